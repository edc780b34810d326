package org.openbeat.engine.legaltime.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;

/** How long a period of the law is. */
public sealed interface Term {

    /**
     * Hours that really pass, on instants, whatever the clocks on the wall do.
     *
     * @param length positive
     * @param weekdaysOut days of the week that the text itself leaves out whole (Penal Code 825: Sundays)
     * @param holidaysOut whether the text itself leaves out holidays
     */
    record Elapsed(Duration length, Set<DayOfWeek> weekdaysOut, boolean holidaysOut) implements Term {

        public Elapsed {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("A period is longer than %s.".formatted(length));
            }
            weekdaysOut = Set.copyOf(weekdaysOut);
        }
    }

    /** Days of the civil calendar, 1 or more. */
    record CalendarDays(int days) implements Term {

        public CalendarDays {
            requirePositive(days);
        }
    }

    /** Days on which offices work, by the calendar of the place, 1 or more. */
    record WorkingDays(int days) implements Term {

        public WorkingDays {
            requirePositive(days);
        }
    }

    /** Months of the civil calendar, 1 or more. */
    record Months(int months, MonthEnd monthEnd) implements Term {

        public Months {
            requirePositive(months);
        }
    }

    /** On which day a period of months ends when it starts on the last day of a month. */
    enum MonthEnd {
        /** On the last day (SPC21 art 202: from 28 February two months run to 30 April). */
        LAST_DAY,
        /** On the day of the same number, or the last if there is none (CC20 art 202). */
        SAME_NUMBER
    }

    static Term hours(int hours) {
        return elapsed(Duration.ofHours(hours));
    }

    static Term elapsed(Duration length) {
        return new Elapsed(length, Set.of(), false);
    }

    static Term calendarDays(int days) {
        return new CalendarDays(days);
    }

    static Term workingDays(int days) {
        return new WorkingDays(days);
    }

    /** Months that end on the day of the same number, or the last of the month if there is none. */
    static Term months(int months) {
        return new Months(months, MonthEnd.SAME_NUMBER);
    }

    /** Months that end on the last day when they start on a last day. */
    static Term monthsByTheirEnds(int months) {
        return new Months(months, MonthEnd.LAST_DAY);
    }

    static Term years(int years) {
        return months(Math.multiplyExact(years, 12));
    }

    /** Whether it is counted in hours; such a term can't be added to one that is counted in days. */
    default boolean isElapsed() {
        return this instanceof Elapsed;
    }

    private static void requirePositive(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("A period is at least 1 long, not %d.".formatted(length));
        }
    }
}
