package org.openbeat.engine.procedure.pack;

/**
 * What must hold before a step, and what is said when it doesn't.
 *
 * @param name names it within the pack: step and number
 */
public record Requirement(String name, Condition condition, LocalText otherwise, Basis basis) {}
