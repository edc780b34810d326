package org.openbeat.engine.response.survival;

import java.time.Duration;

/**
 * How long one subject was watched.
 *
 * @param time from the start until the event, or until we looked for the last time
 * @param ended whether the event happened; false means that the time is censored: all we know is that it took longer
 */
public record Observation(Duration time, boolean ended) {
    public Observation {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Nobody is watched for " + time + ".");
        }
    }

    public static Observation ended(Duration after) {
        return new Observation(after, true);
    }

    /** It had not ended after this time; how long it takes in the end is not known. */
    public static Observation stillOpen(Duration after) {
        return new Observation(after, false);
    }
}
