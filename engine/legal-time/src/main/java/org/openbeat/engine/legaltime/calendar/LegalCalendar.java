package org.openbeat.engine.legaltime.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;

/**
 * The calendar of a place or of a court: days of weekly rest, one table a year, closings of the place, opening hours.
 * Immutable; each {@code with} gives another one. Dates are those of the place's zone.
 *
 * <p>A year without a table is never taken for a known one: its days are marked ({@link Day#known}), or refused when
 * the calendar was told so ({@link #refusingUnknownYears}).
 */
public final class LegalCalendar {
    private final String name;
    private final Set<DayOfWeek> weeklyRest;
    private final Source source;
    private final SortedMap<Integer, YearTable> tables;
    private final List<FixedHoliday> fixed;
    private final List<Closing> closings;
    private final Map<DayOfWeek, Hours> hours;
    private final boolean refusesUnknownYears;
    private volatile @Nullable WorkingDayIndex index;
    private volatile @Nullable LegalCalendar forLiberty;

    private LegalCalendar(Parts parts) {
        this.name = parts.name;
        this.weeklyRest = parts.weeklyRest;
        this.source = parts.source;
        this.tables = parts.tables;
        this.fixed = parts.fixed;
        this.closings = parts.closings;
        this.hours = parts.hours;
        this.refusesUnknownYears = parts.refusesUnknownYears;
    }

    /**
     * A calendar that knows nothing but its days of weekly rest.
     *
     * @param name short and stable, such as {@code cn}
     * @param weeklyRest days on which offices rest; not all seven
     * @param source of the weekly rest
     */
    public static LegalCalendar of(String name, Set<DayOfWeek> weeklyRest, Source source) {
        if (weeklyRest.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("The calendar %s works on no day of the week.".formatted(name));
        }
        return new LegalCalendar(new Parts(name, Set.copyOf(weeklyRest), source));
    }

    /** With the table of one more year, or another table of the same year. */
    public LegalCalendar withTable(YearTable table) {
        for (var date : table.worked()) {
            if (!weeklyRest.contains(date.getDayOfWeek())) {
                throw new IllegalArgumentException("""
                        %s is worked by the table, but it is no day of rest in the calendar %s.
                        Maybe the date is mistyped.""".formatted(date, name));
            }
        }
        var parts = new Parts(this);
        parts.tables.put(table.year(), table);
        return new LegalCalendar(parts);
    }

    /** With a closing of this place alone. */
    public LegalCalendar withClosing(Closing closing) {
        var parts = new Parts(this);
        parts.closings.add(closing);
        return new LegalCalendar(parts);
    }

    /**
     * As a clock of liberty sees it: it takes no notice of closings of places, and a year without a table never keeps
     * it from an answer.
     */
    public LegalCalendar forLiberty() {
        if (closings.isEmpty() && !refusesUnknownYears) {
            return this;
        }
        var made = forLiberty;
        if (made == null) {
            var parts = new Parts(this);
            parts.closings.clear();
            parts.refusesUnknownYears = false;
            made = new LegalCalendar(parts);
            forLiberty = made;
        }
        return made;
    }

    /** With a holiday that counts, provisionally, in every year without a table. */
    public LegalCalendar withFixedHoliday(FixedHoliday holiday) {
        var parts = new Parts(this);
        parts.fixed.add(holiday);
        return new LegalCalendar(parts);
    }

    /** With opening hours, or sessions of the court, on a day of the week. */
    public LegalCalendar withHours(DayOfWeek day, Hours open) {
        var parts = new Parts(this);
        parts.hours.put(day, open);
        return new LegalCalendar(parts);
    }

    /** The same, but asked about a year without a table it throws {@link UnknownYearException}. */
    public LegalCalendar refusingUnknownYears() {
        var parts = new Parts(this);
        parts.refusesUnknownYears = true;
        return new LegalCalendar(parts);
    }

    public String name() {
        return name;
    }

    public Set<DayOfWeek> weeklyRest() {
        return weeklyRest;
    }

    /** Holidays that count in years without a table. */
    public List<FixedHoliday> fixedHolidays() {
        return List.copyOf(fixed);
    }

    public Optional<YearTable> findTable(int year) {
        return Optional.ofNullable(tables.get(year));
    }

    /** Whether the year has a table whose source was read. */
    public boolean knows(int year) {
        var table = tables.get(year);
        return table != null && table.source().isVerified();
    }

    /** What this day is, and why. */
    public Day day(LocalDate date) {
        requireKnown(date.getYear());
        boolean known = knows(date.getYear());
        for (var closing : closings) {
            if (closing.contains(date)) {
                return new Day(date, DayKind.CLOSED, closing.name(), closing.source(), known);
            }
        }
        var table = tables.get(date.getYear());
        return table == null ? untabled(date) : tabled(date, table, known);
    }

    public boolean isWorking(LocalDate date) {
        requireKnown(date.getYear());
        return index().isWorking(date.toEpochDay());
    }

    /** This day if it is worked, else the next that is. */
    public LocalDate workingDayFrom(LocalDate date) {
        return plusWorkingDays(date.minusDays(1), 1);
    }

    /**
     * The n-th working day after a day, which is not itself counted.
     *
     * @param days 1 or more
     */
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("Working days are counted from 1, not from %d.".formatted(days));
        }
        var end = LocalDate.ofEpochDay(index().plus(start.toEpochDay(), days));
        if (refusesUnknownYears) {
            for (int year = start.getYear(); year <= end.getYear(); year++) {
                requireKnown(year);
            }
        }
        return end;
    }

    /** Working days after the first day up to and including the last; 0 if the last is not after the first. */
    public int workingDaysBetween(LocalDate after, LocalDate upTo) {
        return index().between(after.toEpochDay(), upTo.toEpochDay());
    }

    /** Days from 1980 to 2100 that are worked by one calendar and not by the other, in order. */
    public List<LocalDate> differences(LegalCalendar other) {
        return index().differences(other.index());
    }

    /** When it is open on this day; empty on a day that is not worked, or when no hours are set. */
    public Optional<Hours> findHours(LocalDate date) {
        return isWorking(date) ? Optional.ofNullable(hours.get(date.getDayOfWeek())) : Optional.empty();
    }

    @Override
    public String toString() {
        return "calendar " + name + " with tables of " + tables.keySet();
    }

    private Day tabled(LocalDate date, YearTable table, boolean known) {
        var holiday = table.find(date);
        if (holiday.isPresent()) {
            return new Day(date, DayKind.HOLIDAY, holiday.get().name(), table.source(), known);
        }
        if (table.worked().contains(date)) {
            return new Day(date, DayKind.WORKED_WEEKEND, "", table.source(), known);
        }
        return ordinary(date, known);
    }

    private Day untabled(LocalDate date) {
        return fixed.stream()
                .filter(holiday -> holiday.contains(date))
                .findFirst()
                .map(holiday -> new Day(date, DayKind.HOLIDAY, holiday.name(), holiday.source(), false))
                .orElseGet(() -> ordinary(date, false));
    }

    private Day ordinary(LocalDate date, boolean known) {
        var kind = weeklyRest.contains(date.getDayOfWeek()) ? DayKind.WEEKLY_REST : DayKind.WORKING;
        return new Day(date, kind, "", source, known);
    }

    private void requireKnown(int year) {
        if (refusesUnknownYears && !knows(year)) {
            throw new UnknownYearException(name, year);
        }
    }

    /** Counted once, when first asked; two threads that both count get the same. */
    private WorkingDayIndex index() {
        var counted = index;
        if (counted == null) {
            counted = WorkingDayIndex.of(new TabledDays(weeklyRest, tables, fixed, closings));
            index = counted;
        }
        return counted;
    }

    /** What a calendar is made of, while it is made. */
    private static final class Parts {
        private final String name;
        private final Set<DayOfWeek> weeklyRest;
        private final Source source;
        private final SortedMap<Integer, YearTable> tables = new TreeMap<>();
        private final List<FixedHoliday> fixed = new ArrayList<>();
        private final List<Closing> closings = new ArrayList<>();
        private final Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
        private boolean refusesUnknownYears;

        private Parts(String name, Set<DayOfWeek> weeklyRest, Source source) {
            this.name = name;
            this.weeklyRest = weeklyRest;
            this.source = source;
        }

        private Parts(LegalCalendar from) {
            this(from.name, from.weeklyRest, from.source);
            tables.putAll(from.tables);
            fixed.addAll(from.fixed);
            closings.addAll(from.closings);
            hours.putAll(from.hours);
            refusesUnknownYears = from.refusesUnknownYears;
        }
    }
}
