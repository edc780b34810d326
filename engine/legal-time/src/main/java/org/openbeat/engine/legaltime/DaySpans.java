package org.openbeat.engine.legaltime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;

/** Days that do not count, as spans in order and apart, so that a day that two grounds leave out is left out once. */
final class DaySpans {

    /** Both days included. */
    record Span(LocalDate first, LocalDate last) {}

    static final DaySpans NONE = new DaySpans(List.of());

    private final List<Span> spans;

    private DaySpans(List<Span> spans) {
        this.spans = spans;
    }

    static DaySpans of(List<Span> any) {
        var sorted = any.stream()
                .filter(span -> !span.last().isBefore(span.first()))
                .sorted(Comparator.comparing(Span::first))
                .toList();
        var apart = new ArrayList<Span>();
        for (var span : sorted) {
            var last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || span.first().isAfter(last.last())) {
                apart.add(span);
            } else if (span.last().isAfter(last.last())) {
                apart.set(apart.size() - 1, new Span(last.first(), span.last()));
            }
        }
        return new DaySpans(apart);
    }

    /** Days of the spans after the one day, up to and including the other. */
    long days(LocalDate after, LocalDate upTo) {
        long days = 0;
        for (var span : spans) {
            long from = Math.max(span.first().toEpochDay(), after.toEpochDay() + 1);
            long to = Math.min(span.last().toEpochDay(), upTo.toEpochDay());
            days += Math.max(0, to - from + 1);
        }
        return days;
    }

    /** Working days of the spans after the one day, up to and including the other. */
    int workingDays(LegalCalendar calendar, LocalDate after, LocalDate upTo) {
        int days = 0;
        for (var span : spans) {
            var before = span.first().isAfter(after) ? span.first().minusDays(1) : after;
            var to = span.last().isBefore(upTo) ? span.last() : upTo;
            days += to.isAfter(before) ? calendar.workingDaysBetween(before, to) : 0;
        }
        return days;
    }

    /** The day on which a period that would end on a day ends when these days do not count. */
    LocalDate stretch(LocalDate after, LocalDate end) {
        var stretched = end;
        long out = days(after, stretched);
        while (!end.plusDays(out).equals(stretched)) {
            stretched = end.plusDays(out);
            out = days(after, stretched);
        }
        return stretched;
    }

    /** The n-th working day after a day that is not in the spans. */
    LocalDate plusWorkingDays(LegalCalendar calendar, LocalDate after, int days) {
        var end = calendar.plusWorkingDays(after, days);
        int out = workingDays(calendar, after, end);
        int counted = 0;
        while (out != counted) {
            counted = out;
            end = calendar.plusWorkingDays(after, days + counted);
            out = workingDays(calendar, after, end);
        }
        return end;
    }
}
