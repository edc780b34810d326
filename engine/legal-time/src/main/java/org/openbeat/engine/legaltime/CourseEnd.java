package org.openbeat.engine.legaltime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.calendar.DayKind;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.WeekdayCap;

/** Where a clock ends by its course so far: each reading counted, one chosen, and what caps it. */
final class CourseEnd {

    /** A reading with its end. */
    private record Read(Reading reading, Ending end) {}

    private final Jurisdiction jurisdiction;
    private final LegalCalendar calendar;
    private final ClockRule rule;
    private final ClockFacts facts;
    private final Course course;
    private final Counting counting;
    private final List<Reading> readings;

    CourseEnd(
            Jurisdiction jurisdiction,
            LegalCalendar calendar,
            ClockRule rule,
            ClockFacts facts,
            Course course,
            Counting counting) {
        this.jurisdiction = jurisdiction;
        this.calendar = rule.liberty() ? calendar.forLiberty() : calendar;
        this.rule = rule;
        this.facts = facts;
        this.course = course;
        this.counting = counting;
        this.readings = verified(rule);
    }

    /** The readings that somebody read. */
    static List<Reading> verified(ClockRule rule) {
        for (var reading : rule.readings()) {
            if (!reading.source().isVerified()) {
                return rule.readings().stream()
                        .filter(one -> one.source().isVerified())
                        .toList();
            }
        }
        return rule.readings();
    }

    /** Counts, and tells how. */
    Ending count(Trail told) {
        var counted = readings.size() == 1
                ? read(readings.get(0), told).end()
                : countChosen(
                        readings.stream()
                                .map(reading -> read(reading, Trail.NONE))
                                .toList(),
                        told);
        var capped = weekdayCapped(capped(counted, told), told);
        var held = course.heldUntil();
        return held == null || held.isBefore(capped.instant()) ? capped : Ending.at(held);
    }

    /** If a table may still move one of the readings, it may move which of them counts. */
    private Ending countChosen(List<Read> all, Trail told) {
        var chosen = chosen(all);
        read(chosen.reading(), told);
        tellOthers(all, chosen, told);
        boolean provisional = all.stream().anyMatch(read -> read.end().provisional());
        return chosen.end().provisionalIf(provisional);
    }

    private Read read(Reading reading, Trail told) {
        return new Read(reading, counting.count(reading, course.countedFrom(), course.terms(reading), told));
    }

    private Read chosen(List<Read> all) {
        var byEnd = Comparator.comparing((Read read) -> read.end().instant());
        return switch (rule.choice()) {
            case FIRST -> all.get(0);
            case EARLIEST -> all.stream().min(byEnd).orElseThrow();
            case LATEST -> all.stream().max(byEnd).orElseThrow();
        };
    }

    private void tellOthers(List<Read> all, Read chosen, Trail told) {
        for (var other : all) {
            if (other != chosen) {
                told.add(() -> new Step.OtherReading(
                        other.reading().term(),
                        other.end(),
                        other.reading().source(),
                        other.reading().note()));
            }
        }
        told.add(() -> new Step.Chosen(rule.choice(), chosen.reading().source()));
    }

    private Ending capped(Ending end, Trail told) {
        var cap = rule.cap();
        // A cap that nobody read still protects whoever is held; it takes no time from anybody else.
        if (cap == null || (!cap.source().isVerified() && !rule.liberty())) {
            return end;
        }
        var from = cap.from() == null
                ? course.first()
                : facts.find(cap.from()).map(Event::effective).orElse(null);
        if (from == null) {
            return end;
        }
        var longest = counting.count(cap.reading(), from, List.of(cap.reading().term()), Trail.NONE);
        if (!longest.instant().isBefore(end.instant())) {
            return end;
        }
        told.add(() -> new Step.Capped(end, longest, cap.source()));
        return longest;
    }

    private Ending weekdayCapped(Ending end, Trail told) {
        var cap = rule.weekdayCap();
        if (cap == null) {
            return end;
        }
        var last = weekdayEnd(cap);
        if (last == null || !last.isBefore(end.instant())) {
            return end;
        }
        var capped = Ending.at(last).provisionalIf(end.provisional());
        told.add(() -> new Step.Capped(end, capped, cap.source()));
        return capped;
    }

    private @Nullable Instant weekdayEnd(WeekdayCap cap) {
        var date = jurisdiction.dateOf(course.origin());
        var last = date.plusDays(daysUntil(date.getDayOfWeek(), cap.last()));
        var today = calendar.findHours(date);
        boolean over = today.isEmpty()
                || course.origin()
                        .isAfter(jurisdiction.instantOf(date.atTime(today.get().closes())));
        if (date.getDayOfWeek() != cap.start() || !over || isHoliday(date) || isHoliday(last)) {
            return null;
        }
        return calendar.findHours(last)
                .map(open -> jurisdiction.instantOf(last.atTime(open.closes())))
                .orElseGet(
                        () -> last.plusDays(1).atStartOfDay(jurisdiction.zone()).toInstant());
    }

    private boolean isHoliday(LocalDate date) {
        return calendar.knows(date.getYear()) && calendar.day(date).kind() == DayKind.HOLIDAY;
    }

    private static int daysUntil(DayOfWeek from, DayOfWeek to) {
        return Math.floorMod(to.getValue() - from.getValue() - 1, 7) + 1;
    }
}
