package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.CHINA;
import static org.openbeat.engine.legaltime.Given.cn;
import static org.openbeat.engine.legaltime.Given.day;
import static org.openbeat.engine.legaltime.Given.office;
import static org.openbeat.engine.legaltime.Given.official;

import java.util.List;
import org.openbeat.engine.legaltime.fact.Act;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Obstacle;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.Choice;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.ExcuseRule;
import org.openbeat.engine.legaltime.rule.Expiry;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.GroundId;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/** Cases T21 to T30, T33 and T54: criminal cases in China. */
final class ChinaCriminalCases {
    private static final Source MONTHS = Source.read("SPC21", "art 202");
    private static final Source CUSTODY = Source.read("CPL18", "art 156");

    private static final ClockRule DETENTION = ClockRule.ofLiberty(
                    "cn.crim.detain.request_arrest",
                    "detention",
                    Reading.after(Term.calendarDays(3), Source.read("CPL18", "art 91")))
            .extendedBy(ExtensionRule.adding(
                    "special: 1 to 4 days more",
                    office("county head"),
                    Term.calendarDays(4),
                    Source.read("CPL18", "art 91")))
            .extendedBy(ExtensionRule.inAll(
                    "roaming, repeated or gang: 30 days in all",
                    office("county head"),
                    Term.calendarDays(30),
                    Source.read("CPL18", "art 91")));

    private static final ClockRule CUSTODY_2_MONTHS = ClockRule.ofLiberty(
                    "cn.crim.custody_clock", "arrest", Reading.after(Term.monthsByTheirEnds(2), MONTHS))
            .suspendedBy(Ground.of(
                    "psychiatric-examination", Ground.Days.AFTER_THE_FIRST, Source.read("CRIMPROC", "art 257")))
            .extendedBy(ExtensionRule.adding(
                            "1 month more: complex",
                            office("procuratorate one level up"),
                            Term.monthsByTheirEnds(1),
                            CUSTODY)
                    .askedBefore(Term.calendarDays(7)));

    private ChinaCriminalCases() {}

    static List<WorkedCase> all() {
        return List.of(t21(), t22(), t23(), t24(), t25(), t26(), t27(), t28(), t29(), t30(), t33(), t54());
    }

    private static WorkedCase t21() {
        return WorkedCase.of(
                "T21",
                "detention, 3 calendar days of liberty, from 2026-04-30 22:00",
                "arrest asked for by 2026-05-03 24:00, a Sunday in the holiday: no roll; 4 days more: 05-07; 30: 05-30;"
                        + " the prosecutor got it 05-30: 06-06, a Saturday: no roll",
                "CPL18 arts 91, 105",
                () -> {
                    var facts = ClockFacts.startedBy("detention", cn("2026-04-30 22:00"));
                    var base = reckon(DETENTION, facts);
                    var special = reckon(DETENTION, facts.with(granted("special: 1 to 4 days more", "2026-05-02")));
                    var thirty = reckon(
                            DETENTION, facts.with(granted("roaming, repeated or gang: 30 days in all", "2026-05-02")));
                    var prosecutor = reckon(
                            ClockRule.ofLiberty(
                                    "cn.crim.detain.prosecutor_decides",
                                    "request received",
                                    Reading.after(Term.calendarDays(7), Source.read("CPL18", "art 91"))),
                            ClockFacts.startedBy("request received", cn("2026-05-30")));
                    assertThat(base.end()).isEqualTo(cn("2026-05-04 00:00"));
                    assertThat(base.derivation().has(Step.NotRolled.class)).isTrue();
                    assertThat(special.lastDay()).isEqualTo(day("2026-05-07"));
                    assertThat(thirty.lastDay()).isEqualTo(day("2026-05-30"));
                    assertThat(prosecutor.lastDay()).isEqualTo(day("2026-06-06"));
                    return List.of(base, special, thirty, prosecutor);
                });
    }

    private static Extension granted(String rung, String decided) {
        return Extension.granted(DETENTION.id(), rung, official("county head"), cn(decided), "several places searched");
    }

    private static WorkedCase t22() {
        return WorkedCase.of(
                "T22",
                "detention; arrest first asked for on day 8, not roaming, repeated or gang",
                "overdue since day 7: release",
                "CPL18 arts 91, 99",
                () -> {
                    var facts = ClockFacts.startedBy("detention", cn("2026-04-30 22:00"))
                            .with(granted("special: 1 to 4 days more", "2026-05-02"));
                    var deadline = reckon(DETENTION, facts);
                    var request = deadline.judge(Act.done(cn("2026-05-08 09:00")));
                    assertThat(deadline.lastDay()).isEqualTo(day("2026-05-07"));
                    assertThat(request.inTime()).isFalse();
                    assertThat(deadline.demandsRelease(cn("2026-05-08 00:00"))).isTrue();
                    return List.of(deadline);
                });
    }

    private static WorkedCase t23() {
        return WorkedCase.of(
                        "T23",
                        "notice to the family, 24 h; identity unknown at 08:00, known at 05:00 the next day",
                        "not failed while it is impossible and reasons are written down; at 05:00 it is due at once",
                        "CRIMPROC arts 113, 127",
                        () -> {
                            var rule = ClockRule.of(
                                            "cn.crim.detain.family_notice",
                                            "detention",
                                            Reading.hours(24, Source.read("CRIMPROC", "art 127")))
                                    .excusedBy(ExcuseRule.thenAtOnce(
                                            "identity unknown", Source.read("CRIMPROC", "art 127")));
                            var facts = ClockFacts.startedBy("detention", cn("2026-03-02 08:00"));
                            var ground = new GroundId("identity unknown");
                            var unknown = reckon(
                                    rule,
                                    facts.with(new Obstacle(ground, cn("2026-03-02 08:00"), null, "gives no name")));
                            var known = reckon(
                                    rule,
                                    facts.with(new Obstacle(
                                            ground, cn("2026-03-02 08:00"), cn("2026-03-03 05:00"), "gave no name")));
                            assertThat(unknown.hasRunOut(cn("2026-03-04 08:00")))
                                    .isFalse();
                            assertThat(known.end()).isEqualTo(cn("2026-03-03 05:00"));
                            assertThat(known.hasRunOut(cn("2026-03-03 05:01"))).isTrue();
                            return List.of(unknown, known);
                        })
                .noted("\"At once\" has no length: the clock ends at the moment when the obstacle is gone.");
    }

    private static WorkedCase t24() {
        return WorkedCase.of(
                "T24",
                "custody, 2 months, from 2026-12-31, 2027-12-31 and 2027-12-30",
                "2027-02-28; 2028-02-29; 2028-02-29",
                "SPC21 art 202",
                () -> List.of(
                        custody("2026-12-31", "2027-02-28"),
                        custody("2027-12-31", "2028-02-29"),
                        custody("2027-12-30", "2028-02-29")));
    }

    private static WorkedCase t25() {
        return WorkedCase.of(
                        "T25",
                        "custody, 2 months, from 2027-02-28, the last day of a month",
                        "2027-04-30 by the rule of month ends; warnings may begin with 2027-04-28",
                        "SPC21 art 202",
                        () -> {
                            var rule = CUSTODY_2_MONTHS.orRead(
                                    Reading.after(Term.months(2), MONTHS).noted("The day of the same number: warn."),
                                    Choice.FIRST);
                            var deadline = reckon(rule, ClockFacts.startedBy("arrest", cn("2027-02-28")));
                            assertThat(deadline.lastDay()).isEqualTo(day("2027-04-30"));
                            assertThat(deadline.otherReadings())
                                    .extracting(other -> other.end().instant())
                                    .containsExactly(cn("2027-04-29 00:00"));
                            return List.of(deadline);
                        })
                .noted("The text of the rule is plain and gives 30 April. The earlier day is shown so that nobody is "
                        + "surprised by whoever reads it otherwise.");
    }

    private static WorkedCase t26() {
        return WorkedCase.of(
                "T26",
                "custody, 2 months, from 2026-01-15",
                "2026-03-15, a Sunday: release or extension that day, no roll",
                "CPL18 art 105",
                () -> {
                    var deadline = custody("2026-01-15", "2026-03-15");
                    assertThat(deadline.derivation().has(Step.NotRolled.class)).isTrue();
                    assertThat(deadline.demandsRelease(cn("2026-03-16 00:00"))).isTrue();
                    return List.of(deadline);
                });
    }

    private static WorkedCase t27() {
        return WorkedCase.of(
                "T27",
                "custody that ends 2027-02-28; extension asked for 2027-03-01, or 2027-02-22",
                "03-01: not accepted, release; 02-22 to 02-28: a breach, may still be decided",
                "SPP19 art 309; CRIMPROC art 148",
                () -> {
                    var facts = ClockFacts.startedBy("arrest", cn("2026-12-31"));
                    var late = reckon(CUSTODY_2_MONTHS, facts.with(asked("2027-03-01", "2027-03-02")));
                    var breach = reckon(CUSTODY_2_MONTHS, facts.with(asked("2027-02-22", "2027-02-26")));
                    var inTime = reckon(CUSTODY_2_MONTHS, facts.with(asked("2027-02-21", "2027-02-26")));
                    assertThat(late.lastDay()).isEqualTo(day("2027-02-28"));
                    assertThat(late.derivation().steps(Step.ExtensionVoid.class))
                            .extracting(Step.ExtensionVoid::why)
                            .containsExactly(VoidReason.REQUESTED_TOO_LATE);
                    assertThat(breach.lastDay()).isEqualTo(day("2027-03-31"));
                    assertThat(breach.breaches()).hasSize(1);
                    assertThat(inTime.breaches()).isEmpty();
                    return List.of(late, breach);
                });
    }

    private static Extension asked(String requested, String decided) {
        return Extension.granted(
                        CUSTODY_2_MONTHS.id(),
                        "1 month more: complex",
                        official("procuratorate one level up"),
                        cn(decided),
                        "many victims")
                .requestedAt(cn(requested));
    }

    private static WorkedCase t28() {
        return WorkedCase.of(
                "T28",
                "custody; psychiatric examination of 20 days, or DNA examination of 20 days",
                "psychiatric: 20 days more; DNA: none",
                "CRIMPROC art 257; CPL18 art 149; SPP19 art 222",
                () -> {
                    var facts = ClockFacts.startedBy("arrest", cn("2026-03-10"));
                    var psychiatric = reckon(
                            CUSTODY_2_MONTHS,
                            facts.with(Suspension.of("psychiatric-examination", cn("2026-03-20"), cn("2026-04-09"))));
                    var dna = reckon(
                            CUSTODY_2_MONTHS,
                            facts.with(Suspension.of("dna-examination", cn("2026-03-20"), cn("2026-04-09"))));
                    assertThat(psychiatric.lastDay()).isEqualTo(day("2026-05-30"));
                    assertThat(dna.lastDay()).isEqualTo(day("2026-05-10"));
                    return List.of(psychiatric, dna);
                });
    }

    private static WorkedCase t29() {
        return WorkedCase.of("T29", "bail, 12 months, from 2028-02-29", "2029-02-28", "SPC21 art 202", () -> {
            var rule = ClockRule.of("cn.crim.bail", "bail", Reading.after(Term.monthsByTheirEnds(12), MONTHS));
            var deadline = reckon(rule, ClockFacts.startedBy("bail", cn("2028-02-29")));
            assertThat(deadline.lastDay()).isEqualTo(day("2029-02-28"));
            return List.of(deadline);
        });
    }

    private static WorkedCase t30() {
        return WorkedCase.of(
                "T30",
                "limitation, 6 months, act 2023-08-31; found 2024-03-01",
                "last day 2024-02-29, a leap day; found too late: barred",
                "PSAPL art 22/25; CC20 art 202",
                () -> {
                    var rule = ClockRule.of(
                                    "cn.adm.limitation",
                                    "act",
                                    Reading.after(Term.months(6), Source.read("PSAPL25", "art 25")))
                            .expiring(Expiry.BARRED);
                    var deadline = reckon(rule, ClockFacts.startedBy("act", cn("2023-08-31")));
                    assertThat(deadline.lastDay()).isEqualTo(day("2024-02-29"));
                    assertThat(deadline.judge(Act.done(cn("2024-02-29"))).inTime())
                            .isTrue();
                    assertThat(deadline.judge(Act.done(cn("2024-03-01"))).inTime())
                            .isFalse();
                    return List.of(deadline);
                });
    }

    private static WorkedCase t33() {
        return WorkedCase.of(
                "T33",
                "freeze, 6 months, frozen 2026-08-31; renewed 2027-03-01",
                "2027-02-28; the renewal is void and the freeze lifted by law",
                "CRIMPROC arts 240, 243",
                () -> {
                    var source = Source.read("CRIMPROC", "art 240");
                    var rule = ClockRule.of("cn.crim.freeze.money", "freeze", Reading.after(Term.months(6), source))
                            .extendedBy(
                                    ExtensionRule.adding("6 months more", office("county head"), Term.months(6), source)
                                            .times(Integer.MAX_VALUE))
                            .expiring(Expiry.LIFTED);
                    var deadline = reckon(
                            rule,
                            ClockFacts.startedBy("freeze", cn("2026-08-31"))
                                    .with(Extension.granted(
                                            rule.id(),
                                            "6 months more",
                                            official("county head"),
                                            cn("2027-03-01"),
                                            "money not yet traced")));
                    assertThat(deadline.lastDay()).isEqualTo(day("2027-02-28"));
                    assertThat(deadline.derivation().steps(Step.ExtensionVoid.class))
                            .extracting(Step.ExtensionVoid::why)
                            .containsExactly(VoidReason.DECIDED_TOO_LATE);
                    assertThat(deadline.expiry()).isEqualTo(Expiry.LIFTED);
                    return List.of(deadline);
                });
    }

    private static WorkedCase t54() {
        return WorkedCase.of(
                "T54", "a document posted before the end arrives after it", "not late", "CPL18 art 105", () -> {
                    var rule = ClockRule.of(
                                    "cn.crim.recusal.review",
                                    "decision",
                                    Reading.after(Term.calendarDays(5), Source.read("CRIMPROC", "arts 32-41")))
                            .postingCounts(Source.read("CPL18", "art 105"));
                    var deadline = reckon(rule, ClockFacts.startedBy("decision", cn("2026-03-02")));
                    var posted = deadline.judge(Act.posted(cn("2026-03-07 18:00"), cn("2026-03-10 09:00")));
                    assertThat(posted.inTime()).isTrue();
                    assertThat(posted.byPosting()).isEqualTo(Source.read("CPL18", "art 105"));
                    assertThat(deadline.judge(Act.done(cn("2026-03-10 09:00"))).inTime())
                            .isFalse();
                    return List.of(deadline);
                });
    }

    private static Deadline custody(String from, String to) {
        var deadline = reckon(CUSTODY_2_MONTHS, ClockFacts.startedBy("arrest", cn(from)));
        assertThat(deadline.lastDay()).isEqualTo(day(to));
        return deadline;
    }

    private static Deadline reckon(ClockRule rule, ClockFacts facts) {
        return CHINA.reckon(rule, facts, cn("2027-12-31")).deadline();
    }
}
