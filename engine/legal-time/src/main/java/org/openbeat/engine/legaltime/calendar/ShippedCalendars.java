package org.openbeat.engine.legaltime.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import org.openbeat.engine.legaltime.source.Source;

/** The calendars that come with this module. */
public final class ShippedCalendars {
    private static final Source HOLIDAYS_OF_CHINA = Source.read("HOL24", "art 2");

    private ShippedCalendars() {}

    /**
     * China: Saturday and Sunday off, the table of 2026, and, in years without a table, the holidays that the law fixes
     * by the solar calendar (HOL24 art 2). Those that move with the moon are only known from the table, so what is
     * counted in such a year is provisional.
     */
    public static LegalCalendar china() {
        var calendar =
                LegalCalendar.of("cn", Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Source.read("HOL24", "art 6"));
        for (var holiday : List.of(fixed(1, 1, 1, "元旦"), fixed(5, 1, 2, "劳动节"), fixed(10, 1, 3, "国庆节"))) {
            calendar = calendar.withFixedHoliday(holiday);
        }
        return calendar.withTable(table("cn-2026").table());
    }

    private static FixedHoliday fixed(int month, int from, int to, String name) {
        return new FixedHoliday(MonthDay.of(month, from), MonthDay.of(month, to), name, HOLIDAYS_OF_CHINA);
    }

    private static YearTableText table(String name) {
        try (var file = ShippedCalendars.class.getResourceAsStream(name + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("The table %s is not in this jar.".formatted(name));
            }
            return YearTableText.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
