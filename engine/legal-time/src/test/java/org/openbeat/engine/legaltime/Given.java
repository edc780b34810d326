package org.openbeat.engine.legaltime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openbeat.engine.legaltime.calendar.Hours;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.calendar.ShippedCalendars;
import org.openbeat.engine.legaltime.calendar.YearTable;
import org.openbeat.engine.legaltime.fact.Official;
import org.openbeat.engine.legaltime.rule.Authority;
import org.openbeat.engine.legaltime.source.Source;

/** Places, times and people of the tests. */
final class Given {
    static final Source MADE = Source.read("made for the tests", "");
    static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    static final Reckoner CHINA = new Reckoner(Jurisdiction.CHINA, ShippedCalendars.china());
    static final Reckoner ENGLAND =
            new Reckoner(Jurisdiction.ENGLAND_AND_WALES, LegalCalendar.of("gb-eng", WEEKEND, MADE));
    static final Reckoner CALIFORNIA = new Reckoner(Jurisdiction.CALIFORNIA, court());

    private Given() {}

    /** A time in China, such as {@code 2026-03-02 10:20}; a date alone is its noon. */
    static Instant cn(String local) {
        return at(Jurisdiction.CHINA, local);
    }

    static Instant uk(String local) {
        return at(Jurisdiction.ENGLAND_AND_WALES, local);
    }

    static Instant ca(String local) {
        return at(Jurisdiction.CALIFORNIA, local);
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Official official(String office) {
        return new Official("a person of the office " + office, new Authority(office));
    }

    static Authority office(String name) {
        return new Authority(name);
    }

    private static Instant at(Jurisdiction place, String local) {
        var text = local.length() == 10 ? local + " 12:00" : local;
        return place.instantOf(LocalDateTime.parse(text.replace(' ', 'T')));
    }

    /** A court that sits from Monday to Friday, without a holiday in the weeks of the tests. */
    private static LegalCalendar court() {
        var court = LegalCalendar.of("a court", WEEKEND, MADE)
                .withTable(new YearTable(2026, List.of(), new TreeSet<>(), MADE));
        var session = new Hours(LocalTime.of(8, 30), LocalTime.of(16, 30));
        for (var weekday : DayOfWeek.values()) {
            court = WEEKEND.contains(weekday) ? court : court.withHours(weekday, session);
        }
        return court;
    }
}
