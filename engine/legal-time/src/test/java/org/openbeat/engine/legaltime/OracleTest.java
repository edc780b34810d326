package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.MADE;
import static org.openbeat.engine.legaltime.Given.WEEKEND;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.calendar.Holiday;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.calendar.YearTable;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;

/** Ten thousand random clocks end where a slow count on a paper calendar ends. */
class OracleTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Asia/Shanghai"),
            ZoneId.of("Europe/London"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Pacific/Chatham"));
    private static final int OF_DAYS = 8_000;
    private static final int OF_ONE_CALENDAR = 20;
    private static final int OF_HOURS = 2_000;

    @Test
    void clocks_in_days_end_where_a_slow_count_ends() {
        for (int calendars = 0; calendars < OF_DAYS / OF_ONE_CALENDAR; calendars++) {
            var random = new Random(calendars);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            var paper = paper(random);
            var reckoner = new Reckoner(new Jurisdiction("somewhere", zone), calendar(paper));
            for (int i = 0; i < OF_ONE_CALENDAR; i++) {
                var asked = question(random);
                var deadline = reckoner.reckon(rule(asked), facts(asked, zone), Instant.MAX)
                        .deadline();
                assertThat(deadline.lastDay())
                        .as("calendar %d, clock %d: %s", calendars, i, asked)
                        .isEqualTo(new Oracle(paper).lastDay(asked));
            }
        }
    }

    @Test
    void clocks_in_hours_end_where_a_slow_count_ends() {
        for (int seed = 0; seed < OF_HOURS; seed++) {
            var random = new Random(seed);
            var zone = ZONES.get(random.nextInt(ZONES.size()));
            // Near the changes of summer time of both halves of the world.
            var start = LocalDate.of(2024 + random.nextInt(4), random.nextBoolean() ? 3 : 10, 20)
                    .atStartOfDay(zone)
                    .plusMinutes(random.nextInt(16 * 24 * 60))
                    .toInstant();
            int minutes = 1 + random.nextInt(72 * 60);
            Set<DayOfWeek> out = random.nextBoolean() ? EnumSet.of(DayOfWeek.SUNDAY) : Set.of();
            var gaps = gaps(random, start);
            var expected = new Oracle(paper(random)).minuteAfter(start, minutes, gaps, out, zone);
            assertThat(hours(zone, start, minutes, gaps, out))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static Instant hours(ZoneId zone, Instant start, int minutes, List<Oracle.Gap> gaps, Set<DayOfWeek> out) {
        var term = new Term.Elapsed(Duration.ofMinutes(minutes), out, false);
        var rule = ClockRule.ofLiberty("hours", "start", Reading.fromTheMoment(term, MADE))
                .suspendedBy(Ground.of("gap", Ground.Days.AFTER_THE_FIRST, MADE));
        var facts = ClockFacts.startedBy("start", start);
        for (var gap : gaps) {
            facts = facts.with(Suspension.of(
                    "gap", Instant.ofEpochSecond(gap.fromMinute() * 60), Instant.ofEpochSecond(gap.toMinute() * 60)));
        }
        var calendar = LegalCalendar.of("weekends", WEEKEND, MADE);
        return new Reckoner(new Jurisdiction("somewhere", zone), calendar)
                .reckon(rule, facts, Instant.MAX)
                .deadline()
                .end();
    }

    private static List<Oracle.Gap> gaps(Random random, Instant start) {
        var gaps = new ArrayList<Oracle.Gap>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = start.getEpochSecond() / 60 - 300 + random.nextInt(3 * 24 * 60);
            gaps.add(new Oracle.Gap(from, from + random.nextInt(600)));
        }
        return gaps;
    }

    private static Oracle.Question question(Random random) {
        int kind = random.nextInt(4);
        int months = kind == 2 ? 1 + random.nextInt(13) : 0;
        int days = kind == 0 || (kind == 2 && random.nextInt(3) == 0) ? 1 + random.nextInt(90) : 0;
        int working = kind == 1 || kind == 3 ? 1 + random.nextInt(60) : 0;
        var start = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1200));
        // The ends of months are where months go wrong.
        start = random.nextInt(3) == 0 ? start.withDayOfMonth(start.lengthOfMonth()) : start;
        return new Oracle.Question(
                start,
                months,
                kind == 3 ? 1 + random.nextInt(9) : days,
                working,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextInt(3) == 0,
                random.nextBoolean(),
                pauses(random, start));
    }

    private static List<Oracle.Pause> pauses(Random random, LocalDate start) {
        var pauses = new ArrayList<Oracle.Pause>();
        for (int i = random.nextInt(4); i > 0; i--) {
            var from = start.minusDays(10).plusDays(random.nextInt(120));
            pauses.add(new Oracle.Pause(from, from.plusDays(random.nextInt(30)), random.nextBoolean()));
        }
        return pauses;
    }

    /** The first term is the period; what else is asked comes as extensions on the first day. */
    private static ClockRule rule(Oracle.Question asked) {
        var terms = terms(asked);
        var reading = new Reading(
                terms.get(0),
                asked.countsStart() ? Reading.Start.COUNTED : Reading.Start.NOT_COUNTED,
                roll(asked.startsOnWorkingDay()),
                Reading.End.MIDNIGHT,
                roll(asked.rolls()),
                MADE,
                "");
        var rule = ClockRule.of("days", "start", reading)
                .suspendedBy(Ground.of("from the next day", Ground.Days.AFTER_THE_FIRST, MADE))
                .suspendedBy(Ground.of("from the day", Ground.Days.FIRST_AND_LAST, MADE));
        for (int i = 1; i < terms.size(); i++) {
            rule = rule.extendedBy(ExtensionRule.adding("more " + i, Given.office("head"), terms.get(i), MADE));
        }
        return rule;
    }

    private static List<Term> terms(Oracle.Question asked) {
        var terms = new ArrayList<Term>();
        if (asked.months() > 0) {
            terms.add(asked.keepsMonthEnd() ? Term.monthsByTheirEnds(asked.months()) : Term.months(asked.months()));
        }
        if (asked.days() > 0) {
            terms.add(Term.calendarDays(asked.days()));
        }
        if (asked.workingDays() > 0) {
            terms.add(Term.workingDays(asked.workingDays()));
        }
        return terms;
    }

    private static ClockFacts facts(Oracle.Question asked, ZoneId zone) {
        var noon = asked.start().atTime(12, 0).atZone(zone).toInstant();
        var facts = ClockFacts.startedBy("start", noon);
        for (var pause : asked.pauses()) {
            facts = facts.with(Suspension.of(
                    pause.firstToo() ? "from the day" : "from the next day",
                    pause.from().atTime(9, 0).atZone(zone).toInstant(),
                    pause.to().atTime(17, 0).atZone(zone).toInstant()));
        }
        for (int i = 1; i < terms(asked).size(); i++) {
            facts = facts.with(Extension.granted(
                    rule(asked).id(), "more " + i, Given.official("head"), noon.plusSeconds(60), "asked"));
        }
        return facts;
    }

    private static Reading.Roll roll(boolean rolls) {
        return rolls ? Reading.Roll.NEXT_WORKING_DAY : Reading.Roll.NONE;
    }

    private static Oracle.Paper paper(Random random) {
        var off = new HashSet<LocalDate>();
        var worked = new HashSet<LocalDate>();
        for (int i = 0; i < 40; i++) {
            var first = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2100));
            for (int length = random.nextInt(8); length >= 0; length--) {
                off.add(first.plusDays(length));
            }
        }
        for (int i = 0; i < 60; i++) {
            var day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(2100));
            if (WEEKEND.contains(day.getDayOfWeek()) && !off.contains(day)) {
                worked.add(day);
            }
        }
        return new Oracle.Paper(WEEKEND, off, worked);
    }

    private static LegalCalendar calendar(Oracle.Paper paper) {
        var calendar = LegalCalendar.of("paper", paper.rest(), MADE);
        for (int year = 2025; year <= 2033; year++) {
            int one = year;
            var off = paper.off().stream()
                    .filter(date -> date.getYear() == one)
                    .map(date -> new Holiday(date, date, "a holiday"))
                    .toList();
            var worked = new TreeSet<LocalDate>();
            paper.worked().stream().filter(date -> date.getYear() == one).forEach(worked::add);
            calendar = calendar.withTable(new YearTable(year, off, worked, MADE));
        }
        return calendar;
    }
}
