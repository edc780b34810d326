package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openbeat.engine.legaltime.Given.CALIFORNIA;
import static org.openbeat.engine.legaltime.Given.CHINA;
import static org.openbeat.engine.legaltime.Given.MADE;
import static org.openbeat.engine.legaltime.Given.ca;
import static org.openbeat.engine.legaltime.Given.cn;
import static org.openbeat.engine.legaltime.Given.day;
import static org.openbeat.engine.legaltime.Given.office;
import static org.openbeat.engine.legaltime.Given.official;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.calendar.Closing;
import org.openbeat.engine.legaltime.calendar.Holiday;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.calendar.YearTable;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Restart;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.Choice;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.ExcuseRule;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.GroundId;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.RestartRule;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/** The invariants of the platform, as far as they are about clocks. */
class InvariantsTest {
    private static final Source HEARSAY = Source.unverified("somebody said", "");
    private static final Instant NOON = cn("2026-03-02 12:00");
    private static final ClockFacts STARTED = ClockFacts.startedBy("start", NOON);
    private static final ClockRule LIBERTY =
            ClockRule.ofLiberty("liberty", "start", Reading.after(Term.calendarDays(10), MADE));

    private static Deadline reckon(ClockRule rule, ClockFacts facts) {
        return CHINA.reckon(rule, facts, NOON).deadline();
    }

    @Test
    void a_number_that_nobody_read_starts_no_clock() {
        for (var rule : List.of(
                ClockRule.of("any", "start", Reading.hours(8, HEARSAY)),
                ClockRule.ofLiberty("liberty", "start", Reading.hours(8, HEARSAY)))) {
            var reckoning = CHINA.reckon(rule, STARTED, NOON);
            assertThat(reckoning).isInstanceOfSatisfying(NotStarted.class, it -> {
                assertThat(it.why()).isEqualTo(NotStarted.Why.UNVERIFIED);
                assertThat(it.sources()).containsExactly(HEARSAY);
            });
            assertThat(CHINA.findEnd(rule, STARTED, NOON)).isEmpty();
            assertThatThrownBy(reckoning::deadline).hasMessageContaining("nobody has read its text");
        }
    }

    @Test
    void a_reading_that_nobody_read_is_not_chosen() {
        var rule =
                ClockRule.of("any", "start", Reading.hours(8, MADE)).orRead(Reading.hours(4, HEARSAY), Choice.EARLIEST);
        assertThat(reckon(rule, STARTED).end()).isEqualTo(NOON.plus(Duration.ofHours(8)));
    }

    @Test
    void a_number_that_nobody_read_lengthens_no_clock() {
        var rule = LIBERTY.suspendedBy(Ground.of("rumour", Ground.Days.FIRST_AND_LAST, HEARSAY))
                .extendedBy(ExtensionRule.adding("more", office("head"), Term.calendarDays(5), HEARSAY))
                .restartedBy(new RestartRule(new GroundId("rumour"), Set.of(office("head")), HEARSAY));
        var facts = STARTED.with(Suspension.of("rumour", NOON, NOON.plus(Duration.ofDays(3))))
                .with(Extension.granted(rule.id(), "more", official("head"), NOON, "reasons"))
                .with(new Restart(new GroundId("rumour"), NOON.plus(Duration.ofDays(1)), official("head")));
        var deadline = reckon(rule, facts);
        assertThat(deadline.lastDay()).isEqualTo(day("2026-03-12"));
        assertThat(deadline.derivation().has(Step.SuspensionRefused.class)).isTrue();
        assertThat(deadline.derivation().has(Step.ExtensionVoid.class)).isTrue();
        assertThat(deadline.derivation().has(Step.RestartRefused.class)).isTrue();
    }

    @Test
    void a_rule_by_which_a_liberty_clock_could_be_lengthened_otherwise_cannot_be_made() {
        var days = Reading.after(Term.calendarDays(3), MADE);
        assertRefused(() -> ClockRule.ofLiberty("x", "start", days.rolling()));
        assertRefused(() -> ClockRule.ofLiberty("x", "start", days.startingOnWorkingDays()));
        assertRefused(() -> ClockRule.ofLiberty("x", "start", Reading.after(Term.workingDays(3), MADE)));
        assertRefused(() -> LIBERTY.orRead(Reading.after(Term.calendarDays(20), MADE), Choice.LATEST));
        assertRefused(() -> LIBERTY.excusedBy(ExcuseRule.thenAtOnce("flood", MADE)));
        assertRefused(() -> LIBERTY.restartedBy(new RestartRule(new GroundId("transfer"), Set.of(), MADE)));
    }

    private static void assertRefused(Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limits liberty");
    }

    @Test
    void no_calendar_lengthens_a_liberty_clock() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var reading = random.nextBoolean()
                    ? Reading.hours(1 + random.nextInt(100), MADE)
                    : Reading.after(Term.calendarDays(1 + random.nextInt(60)), MADE);
            var rule = ClockRule.ofLiberty("liberty", "start", reading);
            var other = new Reckoner(Jurisdiction.CHINA, feasts(random));
            assertThat(other.reckon(rule, STARTED, NOON).deadline().end())
                    .isEqualTo(reckon(rule, STARTED).end());
        }
    }

    private static LegalCalendar feasts(Random random) {
        var off = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2026, 12, 31))
                .filter(date -> random.nextInt(3) == 0)
                .map(date -> new Holiday(date, date, "feast"))
                .toList();
        var calendar = LegalCalendar.of("feasts", Set.of(DayOfWeek.MONDAY), MADE)
                .withTable(new YearTable(2026, off, new TreeSet<>(), MADE));
        return random.nextBoolean() ? calendar.refusingUnknownYears() : calendar;
    }

    @Test
    void a_closed_court_does_not_carry_a_liberty_clock_to_a_later_session() {
        var rule = arraignment();
        var facts = ClockFacts.startedBy("arrest", ca("2026-11-05 09:00"));
        var flood = new Closing(day("2026-11-09"), day("2026-11-13"), "flood", MADE);
        var flooded =
                new Reckoner(Jurisdiction.CALIFORNIA, CALIFORNIA.calendar().withClosing(flood));
        assertThat(flooded.reckon(rule, facts, NOON).deadline().end())
                .isEqualTo(CALIFORNIA.reckon(rule, facts, NOON).deadline().end());
    }

    @Test
    void in_a_year_without_a_table_a_liberty_clock_ends_on_the_safe_side_and_says_so() {
        for (var calendar : List.of(CALIFORNIA.calendar(), CALIFORNIA.calendar().refusingUnknownYears())) {
            var reckoner = new Reckoner(Jurisdiction.CALIFORNIA, calendar);
            var facts = ClockFacts.startedBy("arrest", ca("2026-12-31 20:00"));
            var deadline = reckoner.reckon(arraignment(), facts, NOON).deadline();
            assertThat(deadline.end()).isEqualTo(ca("2027-01-02 20:00"));
            assertThat(deadline.provisional()).isTrue();
        }
    }

    private static ClockRule arraignment() {
        var term = new Term.Elapsed(Duration.ofHours(48), Set.of(DayOfWeek.SUNDAY), true);
        return ClockRule.ofLiberty(
                "arraignment", "arrest", Reading.fromTheMoment(term, MADE).endingAt(Reading.End.COURT_SESSION));
    }

    @Test
    void an_extension_needs_the_right_authority_reasons_a_hearing_and_nobody_from_the_case() {
        var rule = LIBERTY.extendedBy(ExtensionRule.adding("more", office("head"), Term.calendarDays(5), MADE)
                .afterHearing());
        var granted = Extension.granted(rule.id(), "more", official("head"), NOON.plusSeconds(60), "reasons");
        assertThat(why(rule, STARTED.with(granted))).isEmpty();
        var clerk = Extension.granted(rule.id(), "more", official("clerk"), NOON.plusSeconds(60), "reasons");
        assertThat(why(rule, STARTED.with(clerk))).containsExactly(VoidReason.WRONG_AUTHORITY);
        var mute = Extension.granted(rule.id(), "more", official("head"), NOON.plusSeconds(60), " ");
        assertThat(why(rule, STARTED.with(mute))).containsExactly(VoidReason.NO_REASONS);
        assertThat(why(rule, STARTED.with(granted.unheard()))).containsExactly(VoidReason.NOT_HEARD);
        assertThat(why(rule, STARTED.with(granted.of(Term.calendarDays(6))))).containsExactly(VoidReason.WRONG_AMOUNT);
        assertThat(why(rule, STARTED.with(granted.of(Term.months(1))))).containsExactly(VoidReason.WRONG_AMOUNT);
        var investigator = STARTED.investigatedBy(Set.of(official("head").person()));
        assertThat(why(rule, investigator.with(granted))).containsExactly(VoidReason.BY_INVESTIGATOR);
        var other = Extension.granted(rule.id(), "a favour", official("head"), NOON.plusSeconds(60), "reasons");
        assertThat(why(rule, STARTED.with(other))).containsExactly(VoidReason.NOT_LISTED);
        var before = Extension.granted(rule.id(), "more", official("head"), NOON.minusSeconds(60), "reasons");
        assertThat(why(rule, STARTED.with(before))).containsExactly(VoidReason.TOO_EARLY);
    }

    private static List<VoidReason> why(ClockRule rule, ClockFacts facts) {
        return reckon(rule, facts).derivation().steps(Step.ExtensionVoid.class).stream()
                .map(Step.ExtensionVoid::why)
                .toList();
    }

    @Test
    void less_may_be_granted_than_the_rule_allows() {
        var rule = LIBERTY.extendedBy(ExtensionRule.adding("more", office("head"), Term.calendarDays(5), MADE));
        var two = Extension.granted(rule.id(), "more", official("head"), NOON.plusSeconds(60), "reasons")
                .of(Term.calendarDays(2));
        assertThat(reckon(rule, STARTED.with(two)).lastDay()).isEqualTo(day("2026-03-14"));
    }

    @Test
    void a_clock_that_has_run_out_does_not_start_afresh() {
        var rule = LIBERTY.restartedBy(new RestartRule(new GroundId("transfer"), Set.of(office("head")), MADE));
        var late = new Restart(new GroundId("transfer"), cn("2026-03-13 00:00"), official("head"));
        assertThat(reckon(rule, STARTED.with(late)).lastDay()).isEqualTo(day("2026-03-12"));
    }

    @Test
    void a_period_ends_when_the_office_closes_where_hours_are_set_and_at_midnight_elsewhere() {
        var rule = ClockRule.of(
                "answer", "start", Reading.after(Term.workingDays(1), MADE).endingAt(Reading.End.CLOSE_OF_BUSINESS));
        assertThat(reckon(rule, STARTED).end()).isEqualTo(cn("2026-03-04 00:00"));
        var court = CALIFORNIA
                .reckon(rule, ClockFacts.startedBy("start", ca("2026-11-05 09:00")), NOON)
                .deadline();
        assertThat(court.end()).isEqualTo(ca("2026-11-06 16:30"));
        assertThat(court.isInside(ca("2026-11-06 16:30"))).isTrue();
    }

    @Test
    void the_zone_of_the_machine_does_not_matter() {
        // Tests run in Pacific/Chatham: a day of China is a day of China.
        var deadline = reckon(LIBERTY, ClockFacts.startedBy("start", cn("2026-03-02 00:00")));
        assertThat(deadline.end().atOffset(ZoneOffset.UTC).toString()).isEqualTo("2026-03-12T16:00Z");
    }
}
