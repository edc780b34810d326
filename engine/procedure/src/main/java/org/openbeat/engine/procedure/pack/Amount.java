package org.openbeat.engine.procedure.pack;

/**
 * A number of the law that guards compare with: {@code limits.on_spot_fine}.
 *
 * @param unit what it counts, in English: yuan, persons
 */
public record Amount(String name, long value, String unit, LocalText title, Basis basis) {}
