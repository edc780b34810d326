package org.openbeat.engine.procedure;

import java.time.Instant;

/**
 * When the time of a clock is up.
 *
 * @param end a clock in days ends at the first moment of the day after its last day
 * @param inclusive whether the moment itself is still in time: 24h00m00s are within 24 hours
 */
public record Deadline(Instant end, boolean inclusive) {
    public boolean isPast(Instant at) {
        return inclusive ? at.isAfter(end) : !at.isBefore(end);
    }

    /** Whether this one leaves more time than {@code other}. */
    public boolean isLaterThan(Deadline other) {
        return end.isAfter(other.end);
    }
}
