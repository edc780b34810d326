package org.openbeat.engine.procedure.pack.clock;

import java.util.Locale;

/** A length of time as the law gives it. */
public record Span(long length, Unit unit) {
    /** What a length is counted in. */
    public enum Unit {
        MINUTES,
        HOURS,
        DAYS,
        WORKING_DAYS,
        MONTHS,
        YEARS;

        /** Whether it runs in elapsed time, whatever the calendar says. */
        public boolean isElapsed() {
            return this == MINUTES || this == HOURS;
        }

        String english() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Span {
        if (length <= 0) {
            throw new IllegalArgumentException("a span is longer than nothing");
        }
    }

    @Override
    public String toString() {
        var plural = unit.english();
        return length + " " + (length == 1 ? plural.substring(0, plural.length() - 1) : plural);
    }
}
