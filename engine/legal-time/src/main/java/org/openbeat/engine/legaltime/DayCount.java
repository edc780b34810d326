package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;

/** Counts months, calendar days and working days, in this order, on the dates of the place. */
final class DayCount {
    private final Jurisdiction jurisdiction;
    private final LegalCalendar calendar;
    private final Standstill standstill;

    DayCount(Jurisdiction jurisdiction, LegalCalendar calendar, Standstill standstill) {
        this.jurisdiction = jurisdiction;
        this.calendar = calendar;
        this.standstill = standstill;
    }

    Ending count(Reading reading, Instant origin, List<Term> terms, Trail trail) {
        var first = firstDay(reading, jurisdiction.dateOf(origin), trail);
        trail.add(() -> new Step.Counted(reading.term(), reading.start(), reading.source(), reading.note()));
        boolean counted = reading.start() == Reading.Start.COUNTED;
        var before = counted ? first.minusDays(1) : first;
        var unrolled = lastDay(first, counted, before, terms, trail);
        standstill.tellDays(trail, before, unrolled);
        var last = rolled(reading, unrolled, trail);
        boolean working = hasWorkingDays(terms);
        boolean provisional = tellUnknownYears(
                working || reading.startRoll() != Reading.Roll.NONE ? first : unrolled,
                last,
                working || reading.startRoll() != Reading.Roll.NONE || reading.roll() != Reading.Roll.NONE,
                trail);
        return end(reading, last, provisional);
    }

    private static boolean hasWorkingDays(List<Term> terms) {
        for (var term : terms) {
            if (term instanceof Term.WorkingDays) {
                return true;
            }
        }
        return false;
    }

    private LocalDate firstDay(Reading reading, LocalDate date, Trail trail) {
        if (reading.startRoll() == Reading.Roll.NONE) {
            return date;
        }
        var first = calendar.workingDayFrom(date);
        if (!first.equals(date)) {
            trail.add(() -> new Step.StartMoved(date, first));
            tellDaysOff(date.minusDays(1), first, trail);
        }
        return first;
    }

    private LocalDate lastDay(LocalDate first, boolean counted, LocalDate before, List<Term> terms, Trail trail) {
        int months = 0;
        int days = 0;
        int working = 0;
        var monthEnd = Term.MonthEnd.SAME_NUMBER;
        for (var term : terms) {
            switch (term) {
                case Term.Months some -> {
                    months += some.months();
                    monthEnd = some.monthEnd();
                }
                case Term.CalendarDays some -> days += some.days();
                case Term.WorkingDays some -> working += some.days();
                case Term.Elapsed some -> throw new IllegalArgumentException("Hours are not days: " + some);
            }
        }
        var end = (months == 0 ? before : afterMonths(first, months, monthEnd, counted)).plusDays(days);
        var stretched = standstill.days().stretch(before, end);
        if (working == 0) {
            return stretched;
        }
        var last = standstill.days().plusWorkingDays(calendar, stretched, working);
        tellDaysOff(stretched, last, trail);
        return last;
    }

    /**
     * The last day of a period of months. Where its first day counts it is the day before the one of the same number
     * (SPC21 art 202 para 2, PACE s.47ZB), and the last of the month if there is none.
     */
    private static LocalDate afterMonths(LocalDate first, int months, Term.MonthEnd monthEnd, boolean counted) {
        var month = YearMonth.from(first).plusMonths(months);
        boolean startsOnLast = first.getDayOfMonth() == first.lengthOfMonth();
        if (!month.isValidDay(first.getDayOfMonth())) {
            return month.atEndOfMonth();
        }
        if (counted) {
            return month.atDay(first.getDayOfMonth()).minusDays(1);
        }
        return startsOnLast && monthEnd == Term.MonthEnd.LAST_DAY
                ? month.atEndOfMonth()
                : month.atDay(first.getDayOfMonth());
    }

    private LocalDate rolled(Reading reading, LocalDate last, Trail trail) {
        if (reading.roll() == Reading.Roll.NONE) {
            tellNotRolled(last, trail);
            return last;
        }
        var next = calendar.workingDayFrom(last);
        if (!next.equals(last)) {
            tellDaysOff(last.minusDays(1), next, trail);
            trail.add(() -> new Step.Rolled(last, next));
        }
        return next;
    }

    private void tellNotRolled(LocalDate last, Trail trail) {
        if (trail.keeps() && calendar.knows(last.getYear())) {
            var day = calendar.day(last);
            if (!day.isWorking()) {
                trail.add(() -> new Step.NotRolled(day));
            }
        }
    }

    /** Tells the days off after one day and before another, and the weekends that are worked. */
    private void tellDaysOff(LocalDate after, LocalDate upTo, Trail trail) {
        if (!trail.keeps()) {
            return;
        }
        for (var date = after.plusDays(1); !date.isAfter(upTo); date = date.plusDays(1)) {
            if (!calendar.isWorking(date) || calendar.weeklyRest().contains(date.getDayOfWeek())) {
                var day = calendar.day(date);
                trail.add(() -> new Step.DayOff(day));
            }
        }
    }

    private boolean tellUnknownYears(LocalDate from, LocalDate to, boolean asked, Trail trail) {
        boolean unknown = false;
        for (int year = from.getYear(); asked && year <= to.getYear(); year++) {
            if (!calendar.knows(year)) {
                int missing = year;
                unknown = true;
                trail.add(() -> new Step.YearUnknown(calendar.name(), missing));
            }
        }
        return unknown;
    }

    private Ending end(Reading reading, LocalDate last, boolean provisional) {
        if (reading.end() == Reading.End.CLOSE_OF_BUSINESS) {
            var hours = calendar.findHours(last);
            if (hours.isPresent()) {
                var closes = jurisdiction.instantOf(last.atTime(hours.get().closes()));
                return new Ending(closes, true, last, provisional);
            }
        }
        var midnight = last.plusDays(1).atStartOfDay(jurisdiction.zone()).toInstant();
        return new Ending(midnight, false, last, provisional);
    }
}
