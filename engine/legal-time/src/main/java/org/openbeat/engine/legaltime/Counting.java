package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;

/** Counts one reading of a period from its start to its end. */
final class Counting {

    /**
     * Where a count ends.
     *
     * @param ending where
     * @param provisional whether a year without a table was counted
     */
    record End(Ending ending, boolean provisional) {

        End(Instant instant, boolean included, @Nullable LocalDate lastDay, boolean provisional) {
            this(new Ending(instant, included, lastDay), provisional);
        }

        Instant instant() {
            return ending.instant();
        }

        @Nullable
        LocalDate lastDay() {
            return ending.lastDay();
        }

        boolean holds(Instant at) {
            return ending.holds(at);
        }

        static End at(Instant instant) {
            return new End(instant, true, null, false);
        }
    }

    private final HourCount hours;
    private final DayCount days;

    Counting(Jurisdiction jurisdiction, LegalCalendar calendar, Standstill standstill, boolean liberty) {
        // A local order can't carry a liberty clock beyond what the law says.
        var heeded = liberty ? calendar.withoutClosings() : calendar;
        this.hours = new HourCount(jurisdiction, heeded, standstill);
        this.days = new DayCount(jurisdiction, heeded, standstill);
    }

    /**
     * Counts.
     *
     * @param terms the period and what extensions added to it, all in hours or all in days
     */
    End count(Reading reading, Instant origin, List<Term> terms, Trail trail) {
        return reading.term().isElapsed()
                ? hours.count(reading, origin, terms, trail)
                : days.count(reading, origin, terms, trail);
    }
}
