package org.openbeat.engine.legaltime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Periods of the law as a patient person counts them on a paper calendar: one day, or one minute, after the other. It
 * shares nothing with the engine but the question.
 */
final class Oracle {

    /** Days off and days worked, as sets. */
    record Paper(Set<DayOfWeek> rest, Set<LocalDate> off, Set<LocalDate> worked) {

        boolean isWorking(LocalDate date) {
            if (off.contains(date)) {
                return false;
            }
            return worked.contains(date) || !rest.contains(date.getDayOfWeek());
        }
    }

    /** First and last day, and whether the first is left out too. */
    record Pause(LocalDate from, LocalDate to, boolean firstToo) {}

    /** Minutes since the epoch; the last is not in it. */
    record Gap(long fromMinute, long toMinute) {}

    /** What is asked: months, then calendar days, then working days. */
    record Question(
            LocalDate start,
            int months,
            int days,
            int workingDays,
            boolean countsStart,
            boolean keepsMonthEnd,
            boolean startsOnWorkingDay,
            boolean rolls,
            List<Pause> pauses) {}

    private final Paper paper;

    Oracle(Paper paper) {
        this.paper = paper;
    }

    LocalDate lastDay(Question asked) {
        var first = asked.start();
        while (asked.startsOnWorkingDay() && !paper.isWorking(first)) {
            first = first.plusDays(1);
        }
        var paused = paused(asked.pauses());
        var cursor = asked.countsStart() ? first.minusDays(1) : first;
        cursor = walk(cursor, monthLength(asked, first) + asked.days(), paused, false);
        cursor = walk(cursor, asked.workingDays(), paused, true);
        while (asked.rolls() && !paper.isWorking(cursor)) {
            cursor = cursor.plusDays(1);
        }
        return cursor;
    }

    /** Crosses off day after day until so many were counted. */
    private LocalDate walk(LocalDate after, int length, Set<LocalDate> paused, boolean workingOnly) {
        var cursor = after;
        int counted = 0;
        while (counted < length) {
            cursor = cursor.plusDays(1);
            boolean counts = !paused.contains(cursor) && (!workingOnly || paper.isWorking(cursor));
            counted += counts ? 1 : 0;
        }
        return cursor;
    }

    /** How many days the months have, found by turning pages. */
    private static int monthLength(Question asked, LocalDate first) {
        if (asked.months() == 0) {
            return 0;
        }
        int year = first.getYear();
        int month = first.getMonthValue();
        for (int i = 0; i < asked.months(); i++) {
            month++;
            if (month == 13) {
                month = 1;
                year++;
            }
        }
        int lastOfMonth = lastDayOf(year, month);
        int number = first.getDayOfMonth();
        boolean wasLast = number == lastDayOf(first.getYear(), first.getMonthValue());
        boolean has = number <= lastOfMonth;
        if (!has) {
            number = lastOfMonth;
        } else if (wasLast && asked.keepsMonthEnd() && !asked.countsStart()) {
            number = lastOfMonth;
        }
        int days = 0;
        for (var day = first; !day.equals(LocalDate.of(year, month, number)); day = day.plusDays(1)) {
            days++;
        }
        // Where the first day counts the last is the day before the corresponding one, if there is such a day.
        return asked.countsStart() && !has ? days + 1 : days;
    }

    private static int lastDayOf(int year, int month) {
        int last = 31;
        while (true) {
            try {
                LocalDate.of(year, month, last);
                return last;
            } catch (java.time.DateTimeException noSuchDay) {
                last--;
            }
        }
    }

    private static Set<LocalDate> paused(List<Pause> pauses) {
        var all = new HashSet<LocalDate>();
        for (var pause : pauses) {
            for (var day = pause.from(); !day.isAfter(pause.to()); day = day.plusDays(1)) {
                if (pause.firstToo() || !day.equals(pause.from())) {
                    all.add(day);
                }
            }
        }
        return all;
    }

    /** The minute at which so many minutes have passed, one after the other. */
    Instant minuteAfter(Instant start, int minutes, List<Gap> gaps, Set<DayOfWeek> weekdaysOut, ZoneId zone) {
        long cursor = start.getEpochSecond() / 60;
        int counted = 0;
        while (counted < minutes) {
            boolean out = false;
            for (var gap : gaps) {
                out |= cursor >= gap.fromMinute() && cursor < gap.toMinute();
            }
            if (!out && !weekdaysOut.isEmpty()) {
                out = weekdaysOut.contains(
                        Instant.ofEpochSecond(cursor * 60).atZone(zone).getDayOfWeek());
            }
            counted += out ? 0 : 1;
            cursor++;
        }
        return Instant.ofEpochSecond(cursor * 60);
    }
}
