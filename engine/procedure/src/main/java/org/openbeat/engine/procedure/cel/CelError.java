package org.openbeat.engine.procedure.cel;

/**
 * What an expression comes to when it can't be computed: a fact that nobody stated, an overflow. It is a value, not an
 * exception, because {@code &&} and {@code ||} of CEL absorb it when the other side decides.
 *
 * @param reason what was missing or wrong
 */
public record CelError(String reason) {}
