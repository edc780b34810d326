package org.openbeat.engine.legaltime.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;
import org.openbeat.engine.legaltime.source.Verification;

/**
 * A yearly table as a clerk types it, one word and its values a line:
 *
 * <pre>
 * calendar cn
 * year 2027
 * source the number of the notice
 * verified read
 * off 01-01..01-03 name of the holiday
 * work 01-04 02-14
 * net 13
 * </pre>
 *
 * <p>{@code verified} is {@code read}, {@code part} or {@code unverified} (then it stays unknown to every calendar).
 * {@code net} is how many full days of holiday the law gives: a table that gives another number is refused, which finds
 * most slips of whoever types it ({@link YearTable#netDaysOff}). Lines that begin with {@code #} are notes.
 *
 * @param calendar name of the calendar that it is for
 * @param table what it says
 */
public record YearTableText(String calendar, YearTable table) {

    /** Saturday and Sunday: what {@code net} is counted by. */
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    /**
     * Reads a table.
     *
     * @throws CalendarFormatException with the line that is wrong
     */
    public static YearTableText parse(String text) {
        var reading = new Reading();
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                reading.read(number, line);
            }
        }
        return reading.end(lines.size());
    }

    /** What was read so far. */
    private static final class Reading {
        private @Nullable String calendar;
        private @Nullable Integer year;
        private @Nullable String source;
        private @Nullable Verification verification;
        private final List<Holiday> off = new ArrayList<>();
        private final TreeSet<LocalDate> worked = new TreeSet<>();
        private @Nullable Integer net;

        private void read(int number, String line) {
            var words = line.split("\\s+", 2);
            if (words.length < 2) {
                throw new CalendarFormatException(number, "'%s' has no value.".formatted(line));
            }
            try {
                set(words[0], words[1].strip());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new CalendarFormatException(number, "'%s' can't be read: %s".formatted(line, e.getMessage()));
            }
        }

        private void set(String word, String value) {
            switch (word) {
                case "calendar" -> calendar = value;
                case "year" -> year = Integer.valueOf(value);
                case "source" -> source = value;
                case "verified" -> verification = Verification.valueOf(value.toUpperCase(Locale.ROOT));
                case "off" -> off.add(holiday(value));
                case "work" -> List.of(value.split("\\s+")).forEach(day -> worked.add(date(day)));
                case "net" -> net = Integer.valueOf(value);
                default ->
                    throw new IllegalArgumentException(
                            "a line begins with calendar, year, source, verified, off, work or net");
            }
        }

        private Holiday holiday(String value) {
            var parts = value.split("\\s+", 2);
            var ends = parts[0].split("\\.\\.", 2);
            return new Holiday(date(ends[0]), date(ends[ends.length - 1]), parts.length == 1 ? "" : parts[1]);
        }

        /** The date of a day such as {@code 02-14}; a 29 February that the year has not is refused. */
        private LocalDate date(String monthAndDay) {
            if (year == null) {
                throw new IllegalArgumentException("the line 'year' stands before the days");
            }
            var day = MonthDay.parse("--" + monthAndDay);
            if (!day.isValidYear(year)) {
                throw new IllegalArgumentException("%s is not in %d".formatted(monthAndDay, year));
            }
            return day.atYear(year);
        }

        private YearTableText end(int lines) {
            if (calendar == null || year == null || source == null || verification == null) {
                throw new CalendarFormatException(lines, "calendar, year, source and verified must be said.");
            }
            YearTable table;
            try {
                table = new YearTable(year, off, worked, new Source(source, "", verification));
            } catch (IllegalArgumentException e) {
                throw new CalendarFormatException(lines, "" + e.getMessage());
            }
            requireNet(lines, table);
            return new YearTableText(calendar, table);
        }

        private void requireNet(int lines, YearTable table) {
            long off = table.netDaysOff(WEEKEND);
            if (net != null && off != net) {
                throw new CalendarFormatException(lines, """
                        The table takes %d days off the working week, not the %d of the law.
                        Maybe a holiday or a worked weekend is missing or mistyped.""".formatted(off, net));
            }
        }
    }
}
