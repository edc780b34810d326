package org.openbeat.engine.response;

import java.time.LocalDateTime;

/**
 * An hour of the week, in the zone of the place.
 *
 * @param value 0 is Monday from 00:00 to 01:00, 167 is Sunday from 23:00 to 24:00
 */
public record HourOfWeek(int value) {
    public static final int HOURS = 168;

    public HourOfWeek {
        if (value < 0 || value >= HOURS) {
            throw new IllegalArgumentException(
                    "There is no hour " + value + " in a week. 0 is Monday, 00:00 to 01:00.");
        }
    }

    /** The hour that a local time lies in. */
    public static HourOfWeek of(LocalDateTime local) {
        return new HourOfWeek(24 * (local.getDayOfWeek().getValue() - 1) + local.getHour());
    }
}
