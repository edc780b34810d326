package org.openbeat.engine.legaltime.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Working days of a span of years counted once, so that the n-th after a day is two look-ups: how many are before it
 * (rank) and which is that many later (select; Jacobson 1989). Days are days since 1970-01-01.
 */
final class WorkingDayIndex {

    /** What a calendar says of days. */
    interface Days {
        Set<DayOfWeek> weeklyRest();

        /** Days of a year that are otherwise than their weekday, and whether they are worked. */
        Map<LocalDate, Boolean> exceptions(int year);
    }

    private static final DayOfWeek[] WEEK = DayOfWeek.values();
    private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private final int origin;
    /** At i: working days among the first i days. */
    private final int[] rank;
    /** At k: the k-th working day, from 0, as days since the origin. */
    private final int[] select;

    private WorkingDayIndex(int origin, int[] rank, int[] select) {
        this.origin = origin;
        this.rank = rank;
        this.select = select;
    }

    /** Counts the days that a calendar works. */
    static WorkingDayIndex of(Days days) {
        int length = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
        var working = new boolean[length];
        for (int day = 0; day < length; day++) {
            working[day] =
                    !days.weeklyRest().contains(WEEK[(FIRST.getDayOfWeek().ordinal() + day) % WEEK.length]);
        }
        for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) {
            days.exceptions(year).forEach((date, works) -> working[offsetOf(date)] = works);
        }
        return of(working);
    }

    private static WorkingDayIndex of(boolean[] working) {
        var rank = new int[working.length + 1];
        var select = new int[working.length];
        int found = 0;
        for (int day = 0; day < working.length; day++) {
            if (working[day]) {
                select[found++] = day;
            }
            rank[day + 1] = found;
        }
        return new WorkingDayIndex((int) FIRST.toEpochDay(), rank, Arrays.copyOf(select, found));
    }

    boolean isWorking(long epochDay) {
        int day = offset(epochDay);
        return rank[day + 1] > rank[day];
    }

    long plus(long epochDay, int days) {
        int place = rank[offset(epochDay) + 1] + days - 1;
        if (place >= select.length) {
            throw outside();
        }
        return (long) origin + select[place];
    }

    int between(long after, long upTo) {
        return upTo <= after ? 0 : rank[offset(upTo) + 1] - rank[offset(after) + 1];
    }

    /** Days that one counts as worked and the other does not, in order. */
    List<LocalDate> differences(WorkingDayIndex other) {
        var days = new ArrayList<LocalDate>();
        for (int day = 0; day < rank.length - 1; day++) {
            if (rank[day + 1] - rank[day] != other.rank[day + 1] - other.rank[day]) {
                days.add(FIRST.plusDays(day));
            }
        }
        return days;
    }

    private static int offsetOf(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    private int offset(long epochDay) {
        long day = epochDay - origin;
        if (day < 0 || day >= rank.length - 1) {
            throw outside();
        }
        return (int) day;
    }

    private static IllegalArgumentException outside() {
        return new IllegalArgumentException(
                "Working days are counted between %s and %s. Maybe a year is mistyped.".formatted(FIRST, LAST));
    }
}
