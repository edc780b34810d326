package org.openbeat.engine.legaltime.fact;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from UTC
 * @param to UTC, not before {@code from}; itself no longer inside
 */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The interval ends (%s) before it begins (%s).".formatted(to, from));
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
