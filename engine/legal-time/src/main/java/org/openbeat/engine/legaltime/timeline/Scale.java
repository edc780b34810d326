package org.openbeat.engine.legaltime.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Instants on a line from left to right, with the ticks that a reader of this stretch wants. */
record Scale(Instant from, Instant to, ZoneId zone, double left, double width) {

    /** How far ticks are apart, and the key of the words that name one. */
    enum Step {
        HOURS(Duration.ofHours(3), "timeline.tick.hour"),
        DAYS(Duration.ofDays(1), "timeline.tick.day"),
        WEEKS(Duration.ofDays(7), "timeline.tick.day"),
        MONTHS(Duration.ofDays(30), "timeline.tick.month");

        private final Duration length;
        private final String key;

        Step(Duration length, String key) {
            this.length = length;
            this.key = key;
        }

        String key() {
            return key;
        }

        private ZonedDateTime floor(ZonedDateTime time) {
            var midnight = time.truncatedTo(ChronoUnit.DAYS);
            return this == MONTHS ? midnight.withDayOfMonth(1) : midnight;
        }

        private ZonedDateTime next(ZonedDateTime time) {
            return switch (this) {
                case HOURS -> time.plusHours(3);
                case DAYS -> time.plusDays(1);
                case WEEKS -> time.plusDays(7);
                case MONTHS -> time.plusMonths(1);
            };
        }
    }

    private static final int MOST_TICKS = 14;

    double x(Instant instant) {
        double share = (double) Duration.between(from, instant).toMillis()
                / Math.max(1, Duration.between(from, to).toMillis());
        return left + width * Math.max(0, Math.min(1, share));
    }

    Step step() {
        var all = Duration.between(from, to);
        for (var step : Step.values()) {
            if (all.dividedBy(step.length) <= MOST_TICKS) {
                return step;
            }
        }
        return Step.MONTHS;
    }

    /** The ticks within, at midnights or hours of the zone; when there are too many, every so many. */
    List<Instant> ticks() {
        var step = step();
        var all = new ArrayList<Instant>();
        for (var tick = step.floor(from.atZone(zone)); !tick.toInstant().isAfter(to); tick = step.next(tick)) {
            if (!tick.toInstant().isBefore(from)) {
                all.add(tick.toInstant());
            }
        }
        int every = all.size() / MOST_TICKS + 1;
        var some = new ArrayList<Instant>();
        for (int i = 0; i < all.size(); i += every) {
            some.add(all.get(i));
        }
        return some;
    }
}
