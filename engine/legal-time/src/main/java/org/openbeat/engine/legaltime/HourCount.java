package org.openbeat.engine.legaltime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.legaltime.calendar.DayKind;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.fact.Interval;
import org.openbeat.engine.legaltime.fact.Intervals;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;

/** Counts hours that really pass: on instants, so that summer time neither gives nor takes one. */
final class HourCount {
    /** Days to look ahead for days that the text leaves out; doubled until the end lies within. */
    private static final int LOOK_AHEAD = 16;

    private final Jurisdiction jurisdiction;
    private final LegalCalendar calendar;
    private final Standstill standstill;

    HourCount(Jurisdiction jurisdiction, LegalCalendar calendar, Standstill standstill) {
        this.jurisdiction = jurisdiction;
        this.calendar = calendar;
        this.standstill = standstill;
    }

    Ending count(Reading reading, Instant origin, List<Term> terms, Trail trail) {
        trail.add(() -> new Step.Counted(reading.term(), reading.start(), reading.source(), reading.note()));
        var start = reading.start() == Reading.Start.COUNTED ? origin : nextFullHour(origin);
        var length = terms.stream().map(HourCount::length).reduce(Duration.ZERO, Duration::plus);
        var end = end((Term.Elapsed) terms.get(0), start, length, trail);
        standstill.tellHours(trail, start, end);
        boolean provisional = dependsOnCalendar(reading, terms) && !knows(start, end);
        if (reading.end() != Reading.End.COURT_SESSION) {
            return new Ending(end, true, null, provisional);
        }
        var session = sessionEnd(end);
        trail.add(() -> new Step.SessionAwaited(end, session));
        return new Ending(session, true, null, provisional || !knows(end, session));
    }

    private Instant end(Term.Elapsed term, Instant start, Duration length, Trail trail) {
        if (term.weekdaysOut().isEmpty() && !term.holidaysOut()) {
            return standstill.time().after(start, length);
        }
        for (int days = LOOK_AHEAD + 2 * (int) length.toDays(); ; days *= 2) {
            var out = daysOut(term, jurisdiction.dateOf(start), days);
            var all = new ArrayList<>(standstill.time().intervals());
            all.addAll(out);
            var end = Intervals.union(all).after(start, length);
            if (jurisdiction.dateOf(end).isBefore(jurisdiction.dateOf(start).plusDays(days))) {
                tellDaysOut(out, start, end, trail);
                return end;
            }
        }
    }

    private List<Interval> daysOut(Term.Elapsed term, LocalDate first, int days) {
        var out = new ArrayList<Interval>();
        for (int i = 0; i < days; i++) {
            var date = first.plusDays(i);
            if (term.weekdaysOut().contains(date.getDayOfWeek()) || (term.holidaysOut() && isHoliday(date))) {
                out.add(new Interval(startOf(date), startOf(date.plusDays(1))));
            }
        }
        return out;
    }

    /** In a year without a table nothing is left out: the clock ends earlier, which is the safe side. */
    private boolean isHoliday(LocalDate date) {
        return calendar.knows(date.getYear()) && calendar.day(date).kind() == DayKind.HOLIDAY;
    }

    private void tellDaysOut(List<Interval> out, Instant start, Instant end, Trail trail) {
        for (var interval : out) {
            if (interval.to().isAfter(start) && interval.from().isBefore(end)) {
                trail.add(() -> new Step.LeftOut(jurisdiction.dateOf(interval.from()), interval));
            }
        }
    }

    /**
     * The end of the session that is on or comes next on that day, else of the next working day's. Without hours of
     * sessions nothing is added.
     */
    private Instant sessionEnd(Instant hoursEnd) {
        var date = jurisdiction.dateOf(hoursEnd);
        if (!calendar.knows(date.getYear())) {
            return hoursEnd;
        }
        var today = calendar.findHours(date).map(open -> at(date, open.closes()));
        if (today.isPresent() && !hoursEnd.isAfter(today.get())) {
            return today.get();
        }
        var next = calendar.workingDayFrom(date.plusDays(1));
        if (!calendar.knows(next.getYear())) {
            return hoursEnd;
        }
        return calendar.findHours(next).map(open -> at(next, open.closes())).orElse(hoursEnd);
    }

    private static boolean dependsOnCalendar(Reading reading, List<Term> terms) {
        return reading.end() == Reading.End.COURT_SESSION || ((Term.Elapsed) terms.get(0)).holidaysOut();
    }

    private boolean knows(Instant from, Instant to) {
        for (int year = jurisdiction.dateOf(from).getYear();
                year <= jurisdiction.dateOf(to).getYear();
                year++) {
            if (!calendar.knows(year)) {
                return false;
            }
        }
        return true;
    }

    private Instant nextFullHour(Instant instant) {
        return instant.atZone(jurisdiction.zone())
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant();
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(jurisdiction.zone()).toInstant();
    }

    private Instant at(LocalDate date, LocalTime time) {
        return jurisdiction.instantOf(date.atTime(time));
    }

    private static Duration length(Term term) {
        return ((Term.Elapsed) term).length();
    }
}
