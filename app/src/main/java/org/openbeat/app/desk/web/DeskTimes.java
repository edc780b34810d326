package org.openbeat.app.desk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Shows instants in the zone of the place that a report tells of; templates know it as {@code @deskTimes}. */
@Component("deskTimes")
class DeskTimes {
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CHINESE =
            DateTimeFormatter.ofPattern("yyyy年M月d日EEE HH:mm", Locale.SIMPLIFIED_CHINESE);

    private final Clock clock;

    DeskTimes(Clock clock) {
        this.clock = clock;
    }

    public String when(Instant instant, ZoneId zone, Locale locale) {
        return (Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? CHINESE : ENGLISH)
                .format(instant.atZone(zone));
    }

    public boolean isPast(Instant instant) {
        return instant.isBefore(clock.instant());
    }

    /** How long ago, in the largest unit that fits: the key of a message and its number. */
    public Ago ago(Instant instant) {
        return Ago.of(Duration.between(instant, clock.instant()));
    }

    /** A length of time in its largest whole unit. */
    public Ago length(Duration duration) {
        return Ago.of(duration);
    }

    /**
     * A length of time as people say it.
     *
     * @param unit {@code minutes}, {@code hours} or {@code days}
     */
    record Ago(String unit, long number) {
        private static final Duration A_DAY_AND_MORE = Duration.ofHours(48);

        static Ago of(Duration duration) {
            var length = duration.isNegative() ? Duration.ZERO : duration;
            if (length.compareTo(Duration.ofHours(1)) < 0) {
                return new Ago("minutes", length.toMinutes());
            }
            return length.compareTo(A_DAY_AND_MORE) < 0
                    ? new Ago("hours", length.toHours())
                    : new Ago("days", length.toDays());
        }

        public String getKey() {
            return "desk.length." + unit;
        }

        public long getNumber() {
            return number;
        }
    }
}
