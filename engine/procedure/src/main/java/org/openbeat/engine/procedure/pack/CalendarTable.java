package org.openbeat.engine.procedure.pack;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Days off and worked weekends, as a notice gives them: a table a year, never a formula.
 *
 * @param off days off on top of the weekly rest, with their name
 * @param worked days of weekly rest on which people work
 * @param years the years that the table covers; a working day outside them can't be told
 */
public record CalendarTable(
        String name,
        Set<DayOfWeek> rest,
        NavigableMap<LocalDate, String> off,
        NavigableSet<LocalDate> worked,
        Set<Integer> years,
        Basis basis) {
    public CalendarTable {
        rest = Set.copyOf(rest);
        off = Collections.unmodifiableNavigableMap(new TreeMap<>(off));
        worked = Collections.unmodifiableNavigableSet(new TreeSet<>(worked));
        years = Set.copyOf(years);
    }
}
