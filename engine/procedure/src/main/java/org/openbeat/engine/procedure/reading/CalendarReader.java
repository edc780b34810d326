package org.openbeat.engine.procedure.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbeat.engine.procedure.pack.CalendarTable;

/** Reads a table of days off, a file of the folder calendars. */
final class CalendarReader {
    private final BasisReader basis;

    CalendarReader(BasisReader basis) {
        this.basis = basis;
    }

    CalendarTable read(YamlValue root) {
        var fields = root.fields("a calendar");
        var rest = EnumSet.noneOf(DayOfWeek.class);
        fields.items("weekly-rest").forEach(day -> rest.add(day.word(DayOfWeek.class)));
        var off = new TreeMap<LocalDate, String>();
        var worked = new TreeSet<LocalDate>();
        var years = new HashSet<Integer>();
        fields.map("years").forEach((year, value) -> {
            var table = value.fields("a year");
            years.add(number(value, year));
            table.items("off").forEach(item -> holiday(item, off));
            table.items("worked").forEach(item -> worked.add(item.date()));
            table.done();
        });
        var calendar = new CalendarTable(fields.text("calendar"), rest, off, worked, years, basis.read(fields));
        fields.done();
        check(root, calendar);
        return calendar;
    }

    private static int number(YamlValue value, String year) {
        if (!year.matches("\\d{4}")) {
            value.problem("expected a year instead of " + year);
            return 0;
        }
        return Integer.parseInt(year);
    }

    private static void holiday(YamlValue item, TreeMap<LocalDate, String> off) {
        var members = item.fields("a holiday");
        var from = members.get("from").date();
        var to = members.find("to").map(YamlValue::date).orElse(from);
        var name = members.text("name");
        members.done();
        if (to.isBefore(from) || to.isAfter(from.plusDays(31))) {
            item.problem("a holiday ends after it begins, within a month");
            return;
        }
        from.datesUntil(to.plusDays(1)).forEach(day -> {
            if (off.put(day, name) != null) {
                item.problem(day + " is off twice");
            }
        });
    }

    private static void check(YamlValue root, CalendarTable calendar) {
        for (var day : calendar.worked()) {
            if (calendar.off().containsKey(day) || !calendar.rest().contains(day.getDayOfWeek())) {
                root.problem(day + " is worked, so it is a day of weekly rest and not off");
            }
        }
        for (var day : calendar.off().keySet()) {
            if (!calendar.years().contains(day.getYear())) {
                root.problem(day + " stands in the table of another year");
            }
        }
    }
}
