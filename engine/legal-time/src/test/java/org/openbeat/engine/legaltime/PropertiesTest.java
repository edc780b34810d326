package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.CHINA;
import static org.openbeat.engine.legaltime.Given.ENGLAND;
import static org.openbeat.engine.legaltime.Given.MADE;
import static org.openbeat.engine.legaltime.Given.cn;
import static org.openbeat.engine.legaltime.Given.day;
import static org.openbeat.engine.legaltime.Given.office;
import static org.openbeat.engine.legaltime.Given.official;
import static org.openbeat.engine.legaltime.Given.uk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;

/** What holds for every clock. */
class PropertiesTest {
    private static final int CASES = 500;
    private static final Instant SPRING = Instant.parse("2026-01-01T00:00:00Z");

    private static ClockRule rule(Random random) {
        int length = 1 + random.nextInt(40);
        var reading = switch (random.nextInt(5)) {
            case 0 -> Reading.hours(length, MADE);
            case 1 -> Reading.after(Term.calendarDays(length), MADE);
            case 2 -> Reading.after(Term.calendarDays(length), MADE).rolling();
            case 3 -> Reading.after(Term.workingDays(length), MADE);
            default -> Reading.after(Term.months(1 + length % 12), MADE).rolling();
        };
        var rule = ClockRule.of("any", "start", reading)
                .suspendedBy(Ground.of("expert", Ground.Days.AFTER_THE_FIRST, MADE))
                .suspendedBy(Ground.of("hearing", Ground.Days.FIRST_AND_LAST, MADE));
        var more = reading.term().isElapsed() ? Term.hours(12) : Term.calendarDays(10);
        return rule.extendedBy(
                ExtensionRule.adding("more", office("head"), more, MADE).times(3));
    }

    private static Instant instant(Random random) {
        return SPRING.plus(random.nextInt(300 * 24 * 60), ChronoUnit.MINUTES);
    }

    private static Suspension suspension(Random random) {
        var from = instant(random);
        return Suspension.of(
                random.nextBoolean() ? "expert" : "hearing",
                from,
                from.plus(random.nextInt(30 * 24), ChronoUnit.HOURS));
    }

    private static Instant end(ClockRule rule, ClockFacts facts) {
        return CHINA.reckon(rule, facts, Instant.MAX).deadline().end();
    }

    @Test
    void one_more_suspension_never_shortens_a_clock() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var facts = ClockFacts.startedBy("start", instant(random));
            for (int i = 0; i < 4; i++) {
                var more = facts.with(suspension(random));
                assertThat(end(rule, more)).as("seed %d", seed).isAfterOrEqualTo(end(rule, facts));
                facts = more;
            }
        }
    }

    @Test
    void what_lasts_never_shortens_a_clock_as_time_goes_on() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var start = instant(random);
            var facts = ClockFacts.startedBy("start", start).with(Suspension.since("expert", start.plusSeconds(60)));
            var before = Instant.MIN;
            for (int hours = 0; hours < 200; hours += 10) {
                var now = start.plus(hours, ChronoUnit.HOURS);
                var deadline = CHINA.reckon(rule, facts, now).deadline();
                assertThat(deadline.end()).isAfterOrEqualTo(before);
                before = deadline.end();
            }
        }
    }

    @Test
    void a_suspension_on_a_ground_that_is_not_listed_changes_nothing() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var start = instant(random);
            var facts = ClockFacts.startedBy("start", start);
            var idle = facts.with(Suspension.of("a feast of the office", start, start.plus(9, ChronoUnit.DAYS)));
            assertThat(end(rule, idle)).isEqualTo(end(rule, facts));
        }
    }

    @Test
    void an_extension_never_shortens_a_clock() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var start = instant(random);
            var facts = ClockFacts.startedBy("start", start).with(suspension(random));
            var decided = start.plus(random.nextInt(100), ChronoUnit.HOURS);
            var more = facts.with(Extension.granted(rule.id(), "more", official("head"), decided, "reasons"));
            assertThat(end(rule, more)).isAfterOrEqualTo(end(rule, facts));
        }
    }

    @Test
    void a_later_start_never_ends_earlier() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var start = instant(random);
            var pause = suspension(random);
            var later = ClockFacts.startedBy("start", start.plus(random.nextInt(90), ChronoUnit.HOURS))
                    .with(pause);
            assertThat(end(rule, later))
                    .isAfterOrEqualTo(
                            end(rule, ClockFacts.startedBy("start", start).with(pause)));
        }
    }

    @Test
    void the_end_alone_is_the_end_with_its_derivation() {
        for (int seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var rule = rule(random);
            var facts = ClockFacts.startedBy("start", instant(random)).with(suspension(random));
            assertThat(CHINA.findEnd(rule, facts, Instant.MAX)).contains(end(rule, facts));
        }
    }

    @Test
    void hours_pass_the_same_when_the_clocks_change() {
        for (var start : List.of("2026-03-28 20:00", "2026-10-24 20:00", "2026-06-01 20:00")) {
            var rule = ClockRule.ofLiberty("hours", "start", Reading.hours(36, MADE));
            var deadline = ENGLAND.reckon(rule, ClockFacts.startedBy("start", uk(start)), Instant.EPOCH)
                    .deadline();
            assertThat(Duration.between(uk(start), deadline.end())).isEqualTo(Duration.ofHours(36));
        }
    }

    @Test
    void days_end_at_midnight_of_the_place_when_the_clocks_change() {
        var rule = ClockRule.of("days", "start", Reading.after(Term.calendarDays(1), MADE));
        var spring = ENGLAND.reckon(rule, ClockFacts.startedBy("start", uk("2026-03-28")), Instant.EPOCH);
        var autumn = ENGLAND.reckon(rule, ClockFacts.startedBy("start", uk("2026-10-24")), Instant.EPOCH);
        assertThat(spring.deadline().end()).isEqualTo("2026-03-29T23:00:00Z");
        assertThat(autumn.deadline().end()).isEqualTo("2026-10-26T00:00:00Z");
    }

    @Test
    void the_summer_time_that_china_once_had_is_counted() {
        var rule = ClockRule.ofLiberty("hours", "start", Reading.hours(24, MADE));
        var deadline = CHINA.reckon(rule, ClockFacts.startedBy("start", cn("1990-04-14 20:00")), Instant.EPOCH)
                .deadline();
        assertThat(deadline.localEnd().toString()).isEqualTo("1990-04-15T21:00+09:00[Asia/Shanghai]");
    }

    @Test
    void leap_days_are_days() {
        assertThat(lastDay("2028-02-28", Term.calendarDays(1))).isEqualTo(day("2028-02-29"));
        assertThat(lastDay("2027-02-28", Term.calendarDays(1))).isEqualTo(day("2027-03-01"));
        assertThat(lastDay("2028-01-29", Term.months(1))).isEqualTo(day("2028-02-29"));
        assertThat(lastDay("2027-01-29", Term.months(1))).isEqualTo(day("2027-02-28"));
        assertThat(lastDay("2028-02-29", Term.years(1))).isEqualTo(day("2029-02-28"));
        assertThat(lastDay("2028-02-29", Term.monthsByTheirEnds(1))).isEqualTo(day("2028-03-31"));
    }

    private static java.time.LocalDate lastDay(String start, Term term) {
        var rule = ClockRule.of("days", "start", Reading.after(term, MADE));
        return java.util.Objects.requireNonNull(
                CHINA.reckon(rule, ClockFacts.startedBy("start", cn(start)), Instant.EPOCH)
                        .deadline()
                        .lastDay());
    }
}
