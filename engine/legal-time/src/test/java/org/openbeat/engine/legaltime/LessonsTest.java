package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openbeat.engine.legaltime.Given.CHINA;
import static org.openbeat.engine.legaltime.Given.MADE;
import static org.openbeat.engine.legaltime.Given.cn;
import static org.openbeat.engine.legaltime.Given.day;
import static org.openbeat.engine.legaltime.Given.office;
import static org.openbeat.engine.legaltime.Given.official;
import static org.openbeat.engine.legaltime.Given.uk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.calendar.Closing;
import org.openbeat.engine.legaltime.calendar.Day;
import org.openbeat.engine.legaltime.calendar.DayKind;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Correction;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.recalculation.Recalculation;
import org.openbeat.engine.legaltime.recalculation.RunningClock;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/** What users of other systems complained about, as far as it is about time. */
class LessonsTest {
    private static final ClockRule OPENNESS = ClockRule.of(
            "cn.open.gir.request", "request", Reading.after(Term.workingDays(20), Source.read("GIR19", "art 33")));
    private static final Closing FLOOD =
            new Closing(day("2026-10-14"), day("2026-10-14"), "flood", Source.read("order 7 of a town", ""));

    @Test
    void R_31_instants_are_kept_in_UTC_and_told_in_the_zone_of_the_clock() {
        var rule = ClockRule.of("hours", "start", Reading.hours(24, MADE));
        var deadline = CHINA.reckon(rule, ClockFacts.startedBy("start", cn("2026-03-02 10:00")), Instant.EPOCH)
                .deadline();
        assertThat(deadline.end()).isEqualTo(Instant.parse("2026-03-03T02:00:00Z"));
        assertThat(deadline.localEnd().toString()).isEqualTo("2026-03-03T10:00+08:00[Asia/Shanghai]");
        assertThat(Explanation.in(Locale.ENGLISH).of(deadline.derivation()))
                .last()
                .isEqualTo("It ends: Tue 3 Mar 2026, 10:00 CST.");
    }

    @Test
    void R_33_a_time_without_an_offset_is_one_of_the_declared_zone_on_both_days_of_summer_time() {
        var england = Jurisdiction.ENGLAND_AND_WALES;
        assertThat(england.instantOf(LocalDateTime.parse("2026-03-29T00:30"))).isEqualTo("2026-03-29T00:30:00Z");
        assertThat(england.instantOf(LocalDateTime.parse("2026-03-29T02:30"))).isEqualTo("2026-03-29T01:30:00Z");
        // Skipped by the clocks: moved on by the hour that is missing.
        assertThat(england.instantOf(LocalDateTime.parse("2026-03-29T01:30"))).isEqualTo("2026-03-29T01:30:00Z");
        // There twice: the first, so that a clock of liberty ends earlier.
        assertThat(england.instantOf(LocalDateTime.parse("2026-10-25T01:30"))).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void R_34_a_jurisdiction_has_the_rules_of_a_zone_and_not_an_offset() {
        assertThatThrownBy(() -> new Jurisdiction("somewhere", ZoneOffset.ofHours(8)))
                .hasMessageContaining("knows no summer time");
    }

    @Test
    void R_35_writing_the_same_time_with_another_offset_moves_nothing() {
        var written = OffsetDateTime.parse("2026-07-01T10:40+01:00").toInstant();
        var again =
                new Correction(OffsetDateTime.parse("2026-07-01T09:40Z").toInstant(), "a", null, "opened and saved");
        var event = new Event(new EventName("start"), written, List.of(again));
        assertThat(event.effective()).isEqualTo(written).isEqualTo(uk("2026-07-01 10:40"));
    }

    @Test
    void R_37_a_new_holiday_reckons_running_clocks_anew_and_lists_those_that_changed() {
        var before = Stream.of("2026-09-01", "2026-09-22", "2026-10-08")
                .map(start -> running(start, CHINA))
                .toList();
        var flooded = new Reckoner(Jurisdiction.CHINA, CHINA.calendar().withClosing(FLOOD));
        var changed = new Recalculation(CHINA, flooded, cn("2026-10-12")).changed(before.stream());
        assertThat(changed)
                .extracting(Recalculation.Changed::owner)
                .containsExactly("request of 2026-09-22", "request of 2026-10-08");
        var first = changed.get(0);
        assertThat(first.before()).isEqualTo(cn("2026-10-28 00:00"));
        assertThat(first.after().lastDay()).isEqualTo(day("2026-10-28"));
        assertThat(first.after().derivation().steps(Step.DayOff.class))
                .extracting(off -> off.day().name())
                .contains("flood");
        assertThat(first.because())
                .extracting(Day::date, Day::kind, Day::name)
                .containsExactly(tuple(day("2026-10-14"), DayKind.CLOSED, "flood"));
        assertThat(first.shift()).isEqualTo(Duration.ofDays(1));
    }

    private static RunningClock<String> running(String start, Reckoner reckoner) {
        var facts = ClockFacts.startedBy("request", cn(start));
        return new RunningClock<>(
                "request of " + start,
                OPENNESS,
                facts,
                reckoner.findEnd(OPENNESS, facts, cn(start)).orElseThrow());
    }

    @Test
    void R_38_each_deadline_tells_why_this_date_with_the_names_of_skipped_days_and_the_extension() {
        var rule = OPENNESS.extendedBy(ExtensionRule.adding(
                "20 working days more",
                office("head of openness"),
                Term.workingDays(20),
                Source.read("GIR19", "art 33")));
        var facts = ClockFacts.startedBy("request", cn("2026-09-22"))
                .with(Extension.granted(
                        rule.id(),
                        "20 working days more",
                        official("head of openness"),
                        cn("2026-10-20"),
                        "third parties are asked"));
        var why = Explanation.in(Locale.ENGLISH)
                .of(CHINA.reckon(rule, facts, cn("2026-10-20")).deadline().derivation());
        assertThat(why)
                .contains(
                        "It starts with request: Tue 22 Sep 2026, 12:00 CST.",
                        "20 working days begin with the day after the start (GIR19 art 33).",
                        "Fri 25 Sep 2026 is not counted: holiday 中秋节 (国办发明电〔2025〕7号).",
                        "Sat 10 Oct 2026 is counted: a weekend that is worked (国办发明电〔2025〕7号).",
                        "It ends: Tue 24 Nov 2026 at 24:00.");
        assertThat(why)
                .contains("20 working days more: head of openness (a person of the office head of openness) decided it"
                        + " at Tue 20 Oct 2026, 12:00 CST, 20 working days, to Tue 24 Nov 2026 at 24:00 (GIR19"
                        + " art 33).");
    }

    @Test
    void R_39_what_comes_on_a_day_off_counts_as_of_the_next_working_day_of_the_place() {
        var rule = ClockRule.of(
                "answer", "request", Reading.after(Term.workingDays(5), MADE).startingOnWorkingDays());
        var saturday = ClockFacts.startedBy("request", cn("2026-10-17"));
        var deadline = CHINA.reckon(rule, saturday, cn("2026-10-17")).deadline();
        assertThat(deadline.derivation().steps(Step.StartMoved.class))
                .containsExactly(new Step.StartMoved(day("2026-10-17"), day("2026-10-19")));
        assertThat(deadline.lastDay()).isEqualTo(day("2026-10-26"));
        var closed = new Closing(day("2026-10-19"), day("2026-10-19"), "town day", MADE);
        var town = new Reckoner(Jurisdiction.CHINA, CHINA.calendar().withClosing(closed));
        assertThat(town.reckon(rule, saturday, cn("2026-10-17")).deadline().lastDay())
                .isEqualTo(day("2026-10-27"));
    }

    @Test
    void R_40_a_lawful_extension_stops_overdue_and_a_void_one_does_not() {
        var rule = OPENNESS.extendedBy(
                ExtensionRule.adding("20 working days more", office("head of openness"), Term.workingDays(20), MADE));
        var facts = ClockFacts.startedBy("request", cn("2026-09-22"));
        var now = cn("2026-10-29");
        assertThat(overdue(rule, facts, now)).isTrue();
        assertThat(overdue(rule, facts.with(extension(rule, "head of openness", "2026-10-20")), now))
                .isFalse();
        assertThat(overdue(rule, facts.with(extension(rule, "clerk", "2026-10-20")), now))
                .isTrue();
        assertThat(overdue(rule, facts.with(extension(rule, "head of openness", "2026-10-28")), now))
                .isTrue();
    }

    private static boolean overdue(ClockRule rule, ClockFacts facts, Instant now) {
        return CHINA.reckon(rule, facts, now).deadline().hasRunOut(now);
    }

    private static Extension extension(ClockRule rule, String office, String decided) {
        return Extension.granted(rule.id(), "20 working days more", official(office), cn(decided), "third parties");
    }
}
