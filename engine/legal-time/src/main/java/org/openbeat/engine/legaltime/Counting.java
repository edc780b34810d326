package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.util.List;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;

/** Counts one reading of a period from its start to its end. */
final class Counting {

    private final HourCount hours;
    private final DayCount days;

    Counting(Jurisdiction jurisdiction, LegalCalendar calendar, Standstill standstill, boolean liberty) {
        // A local order can't carry a liberty clock beyond what the law says.
        var heeded = liberty ? calendar.forLiberty() : calendar;
        this.hours = new HourCount(jurisdiction, heeded, standstill);
        this.days = new DayCount(jurisdiction, heeded, standstill);
    }

    /**
     * Counts.
     *
     * @param terms the period and what extensions added to it, all in hours or all in days
     */
    Ending count(Reading reading, Instant origin, List<Term> terms, Trail trail) {
        return reading.term().isElapsed()
                ? hours.count(reading, origin, terms, trail)
                : days.count(reading, origin, terms, trail);
    }
}
