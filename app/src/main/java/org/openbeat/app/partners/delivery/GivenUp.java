package org.openbeat.app.partners.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * An event that a receiver would not take.
 *
 * @param answer the status with which it answered last, or a code of why there was none
 * @param at when it was tried last
 */
public record GivenUp(UUID event, String type, Instant happenedAt, int attempts, String answer, Instant at) {}
