package org.openbeat.engine.legaltime.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.stream.Stream;
import org.openbeat.engine.legaltime.source.Source;

/**
 * A holiday that the law fixes on the same date of every year. It serves only while the table of a year is missing, and
 * what is counted by it is provisional: the table may move days of rest around it.
 *
 * @param from first day
 * @param to last day of the same year, included
 * @param name in the language of the place
 * @param source the law that fixes it
 */
public record FixedHoliday(MonthDay from, MonthDay to, String name, Source source) {

    public FixedHoliday {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The holiday %s ends (%s) before it begins (%s).".formatted(name, to, from));
        }
    }

    /** Its days in one year; a 29 February is none in a year without one. */
    Stream<LocalDate> in(int year) {
        return from.atYear(year).datesUntil(to.atYear(year).plusDays(1)).filter(this::contains);
    }

    public boolean contains(LocalDate date) {
        var day = MonthDay.from(date);
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
