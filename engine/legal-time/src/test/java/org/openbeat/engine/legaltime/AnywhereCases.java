package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.CHINA;
import static org.openbeat.engine.legaltime.Given.MADE;
import static org.openbeat.engine.legaltime.Given.cn;

import java.time.Duration;
import java.util.List;
import org.openbeat.engine.legaltime.combined.LibertyTotal;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Correction;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.fact.Interval;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/** Cases T49 to T52: what holds everywhere. */
final class AnywhereCases {
    private static final ClockRule QUESTIONING = ClockRule.ofLiberty(
            "cn.adm.questioning.limit", "arrival", Reading.hours(8, Source.read("PSAPL25", "art 97")));

    private AnywhereCases() {}

    static List<WorkedCase> all() {
        return List.of(t49(), t50(), t51(), t52());
    }

    private static WorkedCase t49() {
        return WorkedCase.of(
                "T49",
                "two clocks on one person: questioning ends, detention starts, notice within 24 h",
                "each clock has its own start; the total of liberty counts time under two measures once",
                "design",
                () -> {
                    var notice = ClockRule.of("notice", "detention", Reading.hours(24, MADE));
                    var facts = ClockFacts.startedBy("arrival", cn("2026-03-02 10:00"))
                            .with(Event.at("detention", cn("2026-03-02 15:00")));
                    var both = CHINA.reckonAll(List.of(QUESTIONING, notice), facts, cn("2026-03-02 16:00"));
                    assertThat(both)
                            .extracting(clock -> clock.deadline().end())
                            .containsExactly(cn("2026-03-02 18:00"), cn("2026-03-03 15:00"));
                    var total = LibertyTotal.of(List.of(
                            measure("questioning", "2026-03-02 10:00", "2026-03-02 15:30"),
                            measure("detention", "2026-03-02 15:00", "2026-03-02 20:00")));
                    assertThat(total.total()).isEqualTo(Duration.ofHours(10));
                    assertThat(total.byMeasure())
                            .containsEntry(new EventName("questioning"), Duration.ofMinutes(330))
                            .containsEntry(new EventName("detention"), Duration.ofHours(5));
                    return List.of(both.get(0).deadline(), both.get(1).deadline());
                });
    }

    private static LibertyTotal.Measure measure(String kind, String from, String to) {
        return LibertyTotal.Measure.of(kind, new Interval(cn(from), cn(to)));
    }

    private static WorkedCase t50() {
        return WorkedCase.of(
                "T50",
                "arrival corrected from 10:40 to 10:10; and from 10:40 to 11:10",
                "all limits are reckoned anew and earlier, with author and reason; later only with a second approver",
                "invariants I1, I5",
                () -> {
                    var earlier = corrected(new Correction(cn("2026-03-02 10:10"), "a", null, "gate log"));
                    var alone = corrected(new Correction(cn("2026-03-02 11:10"), "a", null, "gate log"));
                    var self = corrected(new Correction(cn("2026-03-02 11:10"), "a", "a", "gate log"));
                    var second = corrected(new Correction(cn("2026-03-02 11:10"), "a", "b", "gate log"));
                    assertThat(earlier.end()).isEqualTo(cn("2026-03-02 18:10"));
                    assertThat(alone.end()).isEqualTo(cn("2026-03-02 18:40"));
                    assertThat(self.end()).isEqualTo(cn("2026-03-02 18:40"));
                    assertThat(second.end()).isEqualTo(cn("2026-03-02 19:10"));
                    assertThat(alone.derivation().has(Step.CorrectionRefused.class))
                            .isTrue();
                    return List.of(earlier, alone, second);
                });
    }

    private static Deadline corrected(Correction correction) {
        var arrival = new Event(new EventName("arrival"), cn("2026-03-02 10:40"), List.of(correction));
        return CHINA.reckon(QUESTIONING, ClockFacts.NONE.with(arrival), cn("2026-03-02 12:00"))
                .deadline();
    }

    private static WorkedCase t51() {
        return WorkedCase.of(
                "T51",
                "a clock in days ends with its date",
                "24:00, the next day's 00:00, is outside; 23:59:59.999 is inside",
                "CC20 art 203",
                () -> {
                    var rule = ClockRule.of(
                            "days", "start", Reading.after(Term.calendarDays(1), Source.read("CC20", "art 203")));
                    var deadline = CHINA.reckon(rule, ClockFacts.startedBy("start", cn("2026-03-02")), cn("2026-03-02"))
                            .deadline();
                    var midnight = cn("2026-03-04 00:00");
                    assertThat(deadline.isInside(midnight.minusMillis(1))).isTrue();
                    assertThat(deadline.isInside(midnight)).isFalse();
                    return List.of(deadline);
                });
    }

    private static WorkedCase t52() {
        return WorkedCase.of(
                "T52",
                "exactly 24 h 00 min 00 s",
                "inside: \"within\" includes the number; 24 h 00 min 00.001 s is out",
                "PSAPL25 art 143",
                () -> {
                    var rule =
                            ClockRule.ofLiberty("hours", "start", Reading.hours(24, Source.read("PSAPL25", "art 143")));
                    var deadline = CHINA.reckon(
                                    rule, ClockFacts.startedBy("start", cn("2026-03-02 10:00")), cn("2026-03-02"))
                            .deadline();
                    assertThat(deadline.isInside(cn("2026-03-03 10:00"))).isTrue();
                    assertThat(deadline.isInside(cn("2026-03-03 10:00").plusMillis(1)))
                            .isFalse();
                    return List.of(deadline);
                });
    }
}
