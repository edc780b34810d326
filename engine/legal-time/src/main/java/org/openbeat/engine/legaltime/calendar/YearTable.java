package org.openbeat.engine.legaltime.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbeat.engine.legaltime.source.Source;

/**
 * The holidays of one year as an authority published them, with the days of rest that are worked instead.
 *
 * @param year of the civil calendar
 * @param off holidays, without overlap
 * @param worked days of weekly rest that are worked
 * @param source the notice
 */
public record YearTable(int year, List<Holiday> off, SortedSet<LocalDate> worked, Source source) {

    public YearTable {
        off = List.copyOf(off);
        worked = Collections.unmodifiableSortedSet(new TreeSet<>(worked));
        var seen = new TreeSet<LocalDate>();
        for (var date : (Iterable<LocalDate>) dates(off, worked)::iterator) {
            if (date.getYear() != year) {
                throw new IllegalArgumentException("%s is not in %d.".formatted(date, year));
            }
            if (!seen.add(date)) {
                throw new IllegalArgumentException("%s stands twice in the table of %d.".formatted(date, year));
            }
        }
    }

    /** The holiday of this day. */
    public Optional<Holiday> find(LocalDate date) {
        for (var holiday : off) {
            if (holiday.contains(date)) {
                return Optional.of(holiday);
            }
        }
        return Optional.empty();
    }

    /**
     * Days that this table takes off the working week, less those that it adds: in China the 13 full days of holiday of
     * the law (HOL24 art 2), since one that falls on a weekend is made up for (art 6). A check on who types a table.
     */
    public long netDaysOff(Set<DayOfWeek> weeklyRest) {
        long lost = off.stream()
                .flatMap(Holiday::days)
                .filter(date -> !weeklyRest.contains(date.getDayOfWeek()))
                .count();
        return lost - worked.size();
    }

    /** Days on which two tables disagree, in order: what the second clerk typed otherwise than the first. */
    public List<LocalDate> differences(YearTable other) {
        return Stream.concat(dates(off, worked), dates(other.off, other.worked))
                .distinct()
                .sorted()
                .filter(date -> find(date).isPresent() != other.find(date).isPresent()
                        || worked.contains(date) != other.worked.contains(date))
                .toList();
    }

    private static Stream<LocalDate> dates(List<Holiday> off, Set<LocalDate> worked) {
        return Stream.concat(off.stream().flatMap(Holiday::days), worked.stream());
    }
}
