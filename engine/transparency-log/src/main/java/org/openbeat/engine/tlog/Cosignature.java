package org.openbeat.engine.tlog;

import java.time.Instant;

/**
 * A witness vouched for a checkpoint; the signature was verified.
 *
 * @param witness its key
 * @param at when, to the second, by the clock of the witness
 */
public record Cosignature(VerifierKey witness, Instant at) {}
