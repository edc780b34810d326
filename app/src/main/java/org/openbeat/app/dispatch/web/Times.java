package org.openbeat.app.dispatch.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Instants and ages as the room reads them.
 *
 * @param zone the zone of the place, in which instants are shown
 * @param now the instant of the page, so that all ages on it agree
 */
record Times(ZoneId zone, Instant now) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The time of day; with the day in front of it when that is not today. */
    public String time(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var there = instant.atZone(zone);
        return (there.toLocalDate().equals(now.atZone(zone).toLocalDate()) ? TIME : DAY_AND_TIME).format(there);
    }

    /** How long ago: 0:42, 12:05, 1:02:05, 2 d 03 h. The scripts of the board write it the same way. */
    public String age(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        var past = Duration.between(instant, now);
        var age = past.isNegative() ? Duration.ZERO : past;
        if (age.toDays() > 0) {
            return String.format(Locale.ROOT, "%d d %02d h", age.toDays(), age.toHoursPart());
        }
        return age.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", age.toHours(), age.toMinutesPart(), age.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", age.toMinutes(), age.toSecondsPart());
    }
}
