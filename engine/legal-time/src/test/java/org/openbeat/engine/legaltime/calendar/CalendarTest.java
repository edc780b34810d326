package org.openbeat.engine.legaltime.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.source.Source;
import org.openbeat.engine.legaltime.source.Verification;

class CalendarTest {
    private static final LegalCalendar CHINA = ShippedCalendars.china();
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Test
    void china_rests_and_works_in_2026_as_the_notice_says() {
        var table = CHINA.findTable(2026).orElseThrow();
        assertThat(table.source()).isEqualTo(new Source("国办发明电〔2025〕7号", "", Verification.PART));
        assertThat(table.worked())
                .containsExactly(
                        day("2026-01-04"),
                        day("2026-02-14"),
                        day("2026-02-28"),
                        day("2026-05-09"),
                        day("2026-09-20"),
                        day("2026-10-10"));
        assertThat(table.off().stream()
                        .mapToLong(holiday ->
                                holiday.from().until(holiday.to().plusDays(1)).getDays())
                        .sum())
                .isEqualTo(33);
        assertThat(CHINA.day(day("2026-02-15")).name()).isEqualTo("春节");
        assertThat(CHINA.day(day("2026-10-10")).kind()).isEqualTo(DayKind.WORKED_WEEKEND);
        assertThat(CHINA.day(day("2026-10-11")).kind()).isEqualTo(DayKind.WEEKLY_REST);
    }

    @Test
    void the_table_of_2026_gives_the_thirteen_days_of_the_law() {
        assertThat(CHINA.findTable(2026).orElseThrow().netDaysOff(WEEKEND)).isEqualTo(13);
    }

    /** One public repository has the Spring Festival of 2026 wrong, from the 17th. */
    @Test
    void a_table_with_two_days_of_spring_festival_missing_is_refused() {
        assertThatThrownBy(() -> YearTableText.parse("""
                        calendar cn
                        year 2026
                        source a repository
                        verified part
                        off 01-01..01-03 元旦
                        off 02-17..02-23 春节
                        off 04-04..04-06 清明节
                        off 05-01..05-05 劳动节
                        off 06-19..06-21 端午节
                        off 09-25..09-27 中秋节
                        off 10-01..10-07 国庆节
                        work 01-04 02-14 02-28 05-09 09-20 10-10
                        net 13
                        """))
                .isInstanceOf(CalendarFormatException.class)
                .hasMessageContaining("12 days off the working week, not the 13");
    }

    @Test
    void a_clerk_enters_the_next_year_as_text() {
        var typed = YearTableText.parse("""
                # A made-up year.
                calendar somewhere
                year 2027
                source notice 1 of a made-up town
                verified read
                off 01-01 New Year
                off 05-03..05-05 Town days
                work 05-08
                net 3
                """);
        var calendar = LegalCalendar.of(typed.calendar(), WEEKEND, Source.read("a law", "art 1"));
        assertThat(calendar.knows(2027)).isFalse();
        var known = calendar.withTable(typed.table());
        assertThat(known.knows(2027)).isTrue();
        assertThat(known.isWorking(day("2027-05-04"))).isFalse();
        assertThat(known.isWorking(day("2027-05-08"))).isTrue();
        assertThat(known.plusWorkingDays(day("2027-04-30"), 2)).isEqualTo(day("2027-05-07"));
    }

    @Test
    void a_mistyped_line_is_told_by_its_number() {
        assertThat(line("calendar cn\nyear 2026\nsource s\nverified read\noff 02-30 x\n"))
                .isEqualTo(5);
        assertThat(line("calendar cn\nyear 2026\nsource s\nverified maybe\n")).isEqualTo(4);
        assertThat(line("calendar cn\noff 01-01 x\n")).isEqualTo(2);
        assertThat(line("calendar cn\nholiday 01-01\n")).isEqualTo(2);
        assertThat(line("calendar cn\nyear\n")).isEqualTo(2);
        assertThat(line("calendar cn\nyear 2027\nsource s\nverified read\noff 02-29 x\n"))
                .isEqualTo(5);
        assertThat(line("calendar cn\nyear 2026\nsource s\nverified read\noff 01-01 x\nwork 01-01\n"))
                .isEqualTo(6);
    }

    private static int line(String text) {
        try {
            YearTableText.parse(text);
            throw new AssertionError("read without complaint: " + text);
        } catch (CalendarFormatException e) {
            return e.line();
        }
    }

    @Test
    void two_clerks_tables_are_compared_day_by_day() {
        var one = table("2027-01-01", "2027-01-02");
        var other = table("2027-01-01", "2027-01-03");
        assertThat(one.differences(other)).containsExactly(day("2027-01-02"), day("2027-01-03"));
        assertThat(one.differences(one)).isEmpty();
    }

    @Test
    void a_worked_weekend_must_be_a_weekend() {
        var worked = new TreeSet<>(Set.of(day("2027-05-05")));
        var table = new YearTable(2027, List.of(), worked, Source.read("s", ""));
        assertThatThrownBy(() -> CHINA.withTable(table)).hasMessageContaining("no day of rest");
    }

    @Test
    void a_year_without_a_table_is_marked_or_refused_and_never_silent() {
        assertThat(CHINA.day(day("2027-10-02")).kind()).isEqualTo(DayKind.HOLIDAY);
        assertThat(CHINA.day(day("2027-10-02")).known()).isFalse();
        assertThat(CHINA.day(day("2026-10-02")).known()).isTrue();
        var strict = CHINA.refusingUnknownYears();
        assertThatThrownBy(() -> strict.isWorking(day("2027-03-01")))
                .isInstanceOfSatisfying(
                        UnknownYearException.class, e -> assertThat(e.year()).isEqualTo(2027));
        assertThatThrownBy(() -> strict.plusWorkingDays(day("2026-12-30"), 5)).isInstanceOf(UnknownYearException.class);
        assertThat(strict.plusWorkingDays(day("2026-12-30"), 1)).isEqualTo(day("2026-12-31"));
    }

    @Test
    void a_table_that_nobody_read_stays_unknown() {
        var table = new YearTable(2027, List.of(), new TreeSet<>(), Source.unverified("hearsay", ""));
        assertThat(CHINA.withTable(table).knows(2027)).isFalse();
    }

    @Test
    void a_closing_of_one_place_is_a_day_off_there() {
        var flood = new Closing(day("2026-06-08"), day("2026-06-09"), "flood", Source.read("order 3", ""));
        var town = CHINA.withClosing(flood);
        assertThat(town.day(day("2026-06-08")).kind()).isEqualTo(DayKind.CLOSED);
        assertThat(town.plusWorkingDays(day("2026-06-05"), 1)).isEqualTo(day("2026-06-10"));
        assertThat(CHINA.plusWorkingDays(day("2026-06-05"), 1)).isEqualTo(day("2026-06-08"));
        assertThat(town.forLiberty().isWorking(day("2026-06-08"))).isTrue();
    }

    @Test
    void working_days_are_counted_as_one_counts_on_fingers() {
        for (var start = day("2025-12-20"); start.isBefore(day("2027-01-15")); start = start.plusDays(3)) {
            int counted = 0;
            for (var date = start.plusDays(1); counted < 30; date = date.plusDays(1)) {
                if (CHINA.day(date).isWorking()) {
                    counted++;
                    assertThat(CHINA.plusWorkingDays(start, counted)).isEqualTo(date);
                    assertThat(CHINA.workingDaysBetween(start, date)).isEqualTo(counted);
                }
            }
        }
    }

    private static YearTable table(String off, String worked) {
        var date = day(off);
        return new YearTable(
                2027, List.of(new Holiday(date, date, "x")), new TreeSet<>(Set.of(day(worked))), Source.read("s", ""));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
