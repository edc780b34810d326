package org.openbeat.engine.legaltime.calendar;

import java.time.LocalTime;

/**
 * When an office is open, or a court in session, on a day.
 *
 * @param opens local time
 * @param closes local time of the same day, after {@code opens}; still open at that very moment
 */
public record Hours(LocalTime opens, LocalTime closes) {

    public Hours {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("It closes (%s) before it opens (%s).".formatted(closes, opens));
        }
    }
}
