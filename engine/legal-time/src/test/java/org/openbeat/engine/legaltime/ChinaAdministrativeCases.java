package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.CHINA;
import static org.openbeat.engine.legaltime.Given.cn;
import static org.openbeat.engine.legaltime.Given.day;
import static org.openbeat.engine.legaltime.Given.office;
import static org.openbeat.engine.legaltime.Given.official;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.openbeat.engine.legaltime.calendar.LegalCalendar;
import org.openbeat.engine.legaltime.calendar.ShippedCalendars;
import org.openbeat.engine.legaltime.combined.LibertyTotal;
import org.openbeat.engine.legaltime.combined.Offset;
import org.openbeat.engine.legaltime.combined.Window;
import org.openbeat.engine.legaltime.fact.Act;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Interval;
import org.openbeat.engine.legaltime.fact.Restart;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.Cap;
import org.openbeat.engine.legaltime.rule.Choice;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.rule.Expiry;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.GroundId;
import org.openbeat.engine.legaltime.rule.LawVersion;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.RestartRule;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.rule.Versions;
import org.openbeat.engine.legaltime.source.Source;

/** Cases T01 to T20, T31, T32, T53 and T55: public-security cases in China. */
final class ChinaAdministrativeCases {
    private static final Source COUNT = Source.read("ADMPROC", "art 35");
    private static final Source PSAPL25_118 = Source.read("PSAPL25", "art 118");
    private static final LawVersion ACT_2012 =
            new LawVersion("PSAPL12", day("2012-10-26"), day("2025-12-31"), Source.read("PSAPL12", ""));
    private static final LawVersion ACT_2025 =
            new LawVersion("PSAPL25", day("2026-01-01"), null, Source.read("PSAPL25", ""));

    private static final Ground EXPERT = Ground.of("expert-examination", Ground.Days.AFTER_THE_FIRST, PSAPL25_118);
    private static final Ground HEARING = Ground.of("hearing", Ground.Days.FIRST_AND_LAST, PSAPL25_118);

    private static final ClockRule CASE_2025 = ClockRule.of(
                    "cn.adm.case_clock", "filing", rolling(Term.calendarDays(30), PSAPL25_118))
            .suspendedBy(EXPERT)
            .suspendedBy(HEARING)
            .extendedBy(ExtensionRule.adding("30 days more", office("higher organ"), Term.calendarDays(30), PSAPL25_118)
                    .times(2));
    private static final ClockRule CASE_2012 = ClockRule.of(
                    "cn.adm.case_clock", "filing", rolling(Term.calendarDays(30), Source.read("PSAPL12", "art 99")))
            .suspendedBy(
                    Ground.of("expert-examination", Ground.Days.AFTER_THE_FIRST, Source.read("PSAPL12", "art 99")));

    private ChinaAdministrativeCases() {}

    static List<WorkedCase> all() {
        return List.of(
                t01(), t02(), t03(), t04(), t05(), t06(), t07(), t08(), t09(), t10(), t11(), t12(), t13(), t14(), t15(),
                t16(), t17(), t18(), t19(), t20(), t31(), t32(), t53(), t55());
    }

    private static WorkedCase t01() {
        return WorkedCase.of(
                        "T01",
                        "questioning, 8 h, arrival 2026-03-02 10:20",
                        "2026-03-02 18:20; the outer bound 19:00 is shown",
                        "ADMPROC arts 35, 69; SPP19 art 83",
                        () -> {
                            var rule = ClockRule.ofLiberty("cn.adm.questioning.limit", "arrival", hours(8, "art 97"))
                                    .orRead(
                                            hours(8, "art 97")
                                                    .startCounted(Reading.Start.NOT_COUNTED)
                                                    .noted("ADMPROC art 35 read literally: the outer bound."),
                                            Choice.EARLIEST);
                            var deadline = reckon(rule, "arrival", cn("2026-03-02 10:20"));
                            assertThat(deadline.end()).isEqualTo(cn("2026-03-02 18:20"));
                            assertThat(deadline.otherReadings())
                                    .extracting(other -> other.end().instant())
                                    .containsExactly(cn("2026-03-02 19:00"));
                            return List.of(deadline);
                        })
                .noted("\"The starting hour is not counted\" read literally gives 19:00. Time elapsed is what binds, "
                        + "because it is shorter for the state.");
    }

    private static WorkedCase t02() {
        return WorkedCase.of(
                "T02",
                "questioning, identity unknown, arrival 2026-01-10 09:00 and 2025-12-31 09:00",
                "2025 Act: the 12 h tier, 21:00; 2012 Act: 8 h, 17:00",
                "PSAPL25 art 97; PSAPL12 art 83",
                () -> {
                    var tiers = new LinkedHashMap<LawVersion, ClockRule>();
                    tiers.put(
                            ACT_2012,
                            ClockRule.ofLiberty(
                                    "cn.adm.questioning.limit",
                                    "arrival",
                                    Reading.hours(8, Source.read("PSAPL12", "art 83"))));
                    tiers.put(
                            ACT_2025, ClockRule.ofLiberty("cn.adm.questioning.limit", "arrival", hours(12, "art 97")));
                    var unknownIdentity = new Versions<>(tiers);
                    var arrival = new EventName("arrival");
                    var now = reckonChosen(unknownIdentity, "2026-01-10", arrival, cn("2026-01-10 09:00"));
                    var before = reckonChosen(unknownIdentity, "2025-12-31", arrival, cn("2025-12-31 09:00"));
                    assertThat(now.end()).isEqualTo(cn("2026-01-10 21:00"));
                    assertThat(before.end()).isEqualTo(cn("2025-12-31 17:00"));
                    return List.of(now, before);
                });
    }

    private static WorkedCase t03() {
        return WorkedCase.of(
                "T03",
                "questioning; drunk on arrival 22:00, restrained until 04:00, questioned from 04:00",
                "8 h run from 04:00 to 12:00; 6 h of restraint are an interval of their own and in the total",
                "ADMPROC art 58",
                () -> {
                    var rule = ClockRule.ofLiberty("cn.adm.questioning.limit", "arrival", hours(8, "art 97"))
                            .suspendedBy(Ground.of(
                                    "restraint-until-sober",
                                    Ground.Days.AFTER_THE_FIRST,
                                    Source.read("ADMPROC", "art 58")));
                    var facts = ClockFacts.startedBy("arrival", cn("2026-03-02 22:00"))
                            .with(Suspension.of(
                                    "restraint-until-sober", cn("2026-03-02 22:00"), cn("2026-03-03 04:00")));
                    var deadline = reckon(rule, facts);
                    assertThat(deadline.end()).isEqualTo(cn("2026-03-03 12:00"));
                    var total = LibertyTotal.of(List.of(
                            LibertyTotal.Measure.of("restraint", interval("2026-03-02 22:00", "2026-03-03 04:00")),
                            LibertyTotal.Measure.of("questioning", interval("2026-03-03 04:00", "2026-03-03 12:00"))));
                    assertThat(total.byMeasure()).containsEntry(new EventName("restraint"), Duration.ofHours(6));
                    assertThat(total.total()).isEqualTo(Duration.ofHours(14));
                    return List.of(deadline);
                });
    }

    private static ClockRule fieldQuestioning() {
        var source = Source.read("STOP04", "art 11");
        return ClockRule.ofLiberty("cn.adm.field_questioning", "brought in", Reading.hours(12, source))
                .extendedBy(ExtensionRule.inAll("24 h in all", office("county duty head"), Term.hours(24), source))
                .extendedBy(ExtensionRule.inAll("48 h in all", office("county head in charge"), Term.hours(48), source)
                        .after("24 h in all"));
    }

    private static WorkedCase t04() {
        return WorkedCase.of(
                "T04",
                "field questioning; brought in 10:00, 12 h; county duty head asked 21:50, approves 22:10",
                "void: decided after 22:00, release at 22:00; the jump from 12 h to 48 h is void too",
                "STOP04 arts 11, 17",
                () -> {
                    var rule = fieldQuestioning();
                    var facts = ClockFacts.startedBy("brought in", cn("2026-03-02 10:00"));
                    var late = reckon(
                            rule,
                            facts.with(Extension.granted(
                                            rule.id(),
                                            "24 h in all",
                                            official("county duty head"),
                                            cn("2026-03-02 22:10"),
                                            "identity still unknown")
                                    .requestedAt(cn("2026-03-02 21:50"))));
                    assertThat(late.end()).isEqualTo(cn("2026-03-02 22:00"));
                    assertThat(late.demandsRelease(cn("2026-03-02 22:10"))).isTrue();
                    assertThat(whyVoid(late)).containsExactly(VoidReason.DECIDED_TOO_LATE);
                    var jump = reckon(
                            rule,
                            facts.with(Extension.granted(
                                    rule.id(),
                                    "48 h in all",
                                    official("county head in charge"),
                                    cn("2026-03-02 20:00"),
                                    "identity still unknown")));
                    assertThat(jump.end()).isEqualTo(cn("2026-03-02 22:00"));
                    assertThat(whyVoid(jump)).containsExactly(VoidReason.RUNG_MISSING);
                    return List.of(late, jump);
                });
    }

    private static WorkedCase t05() {
        return WorkedCase.of(
                "T05",
                "field questioning; pregnant woman brought in 20:00",
                "release by 24:00; that is between 21:00 and 07:00, so the family collects or somebody escorts",
                "STOP04 art 10",
                () -> {
                    var rule = ClockRule.ofLiberty(
                            "cn.adm.field_questioning.vulnerable",
                            "brought in",
                            Reading.hours(4, Source.read("STOP04", "art 10")));
                    var deadline = reckon(rule, "brought in", cn("2026-03-02 20:00"));
                    assertThat(deadline.end()).isEqualTo(cn("2026-03-03 00:00"));
                    assertThat(deadline.localEnd().toLocalTime()).isBefore(LocalTime.of(7, 0));
                    return List.of(deadline);
                });
    }

    private static WorkedCase t06() {
        return WorkedCase.of(
                "T06",
                "case, 30 calendar days, filed 2026-01-05; extended, and again, and a third time",
                "2026-02-04; 2026-03-06; 2026-04-05 is a holiday, so 2026-04-07; the third is refused",
                "PSAPL25 art 118; ADMPROC art 35",
                () -> {
                    var facts = ClockFacts.startedBy("filing", cn("2026-01-05"));
                    var base = reckon(CASE_2025, facts);
                    var once = facts.with(more("2026-02-03"));
                    var twice = once.with(more("2026-03-05"));
                    var thrice = reckon(CASE_2025, twice.with(more("2026-04-06")));
                    assertThat(base.lastDay()).isEqualTo(day("2026-02-04"));
                    assertThat(reckon(CASE_2025, once).lastDay()).isEqualTo(day("2026-03-06"));
                    assertThat(reckon(CASE_2025, twice).lastDay()).isEqualTo(day("2026-04-07"));
                    assertThat(thrice.lastDay()).isEqualTo(day("2026-04-07"));
                    assertThat(whyVoid(thrice)).containsExactly(VoidReason.TOO_OFTEN);
                    return List.of(base, reckon(CASE_2025, once), thrice);
                });
    }

    private static Extension more(String decided) {
        return Extension.granted(
                CASE_2025.id(), "30 days more", official("higher organ"), cn(decided), "witnesses abroad");
    }

    private static WorkedCase t07() {
        return WorkedCase.of(
                "T07",
                "case, filed 2026-01-05; expert from 01-15 (sent) to 01-21 (received)",
                "6 days left out: 2026-02-10",
                "PSAPL25 art 118",
                () -> {
                    var deadline = reckon(CASE_2025, filedWithExpert("2026-01-21"));
                    assertThat(deadline.lastDay()).isEqualTo(day("2026-02-10"));
                    assertThat(deadline.derivation().steps(Step.Suspended.class))
                            .extracting(Step.Suspended::days)
                            .containsExactly(6L);
                    return List.of(deadline);
                });
    }

    private static WorkedCase t08() {
        return WorkedCase.of(
                "T08",
                "the same; expert 10 days, or 11",
                "10: 2026-02-14, a worked Saturday; 11: 2026-02-15 is in the holiday, so 2026-02-24",
                "PSAPL25 art 118; table of 2026",
                () -> {
                    var ten = reckon(CASE_2025, filedWithExpert("2026-01-25"));
                    var eleven = reckon(CASE_2025, filedWithExpert("2026-01-26"));
                    assertThat(ten.lastDay()).isEqualTo(day("2026-02-14"));
                    assertThat(eleven.lastDay()).isEqualTo(day("2026-02-24"));
                    return List.of(ten, eleven);
                });
    }

    private static ClockFacts filedWithExpert(String received) {
        return ClockFacts.startedBy("filing", cn("2026-01-05"))
                .with(Suspension.of("expert-examination", cn("2026-01-15"), cn(received)));
    }

    private static WorkedCase t09() {
        return WorkedCase.of(
                        "T09",
                        "case, filed 2026-01-05; hearing asked 2026-01-20, held 2026-01-28",
                        "2025 Act: the days of the hearing are left out, 2026-02-13; 2012 Act: not, 2026-02-04",
                        "PSAPL25 art 118; PSAPL12 art 99",
                        () -> {
                            var facts = ClockFacts.startedBy("filing", cn("2026-01-05"))
                                    .with(Suspension.of("hearing", cn("2026-01-20"), cn("2026-01-28")));
                            var now = reckon(CASE_2025, facts);
                            var before = reckon(CASE_2012, facts);
                            assertThat(now.lastDay()).isEqualTo(day("2026-02-13"));
                            assertThat(before.lastDay()).isEqualTo(day("2026-02-04"));
                            assertThat(before.derivation().steps(Step.SuspensionRefused.class))
                                    .extracting(Step.SuspensionRefused::why)
                                    .containsExactly(VoidReason.NOT_LISTED);
                            return List.of(now, before);
                        })
                .noted("Article 118 leaves out the time of a hearing without saying which days that is. Both the day "
                        + "of the request and the day of the hearing are left out here, which is nine days.");
    }

    private static WorkedCase t10() {
        return WorkedCase.of(
                        "T10",
                        "seizure, 30 calendar days, seized 2026-06-01; expert 06-10 to 06-20",
                        "the text rolls from Saturday 2026-07-11 to Monday 2026-07-13; without rolling 2026-07-11; both"
                                + " shown, the earlier counts",
                        "ADMPROC arts 35, 112",
                        () -> {
                            var source = Source.read("ADMPROC", "art 112");
                            var rule = ClockRule.of("cn.adm.seize", "seizure", rolling(Term.calendarDays(30), source))
                                    .orRead(
                                            Reading.after(Term.calendarDays(30), source)
                                                    .noted("Not rolled: the owner waits no longer for a weekend."),
                                            Choice.EARLIEST)
                                    .expiring(Expiry.LIFTED)
                                    .suspendedBy(Ground.of("expert-examination", Ground.Days.AFTER_THE_FIRST, source));
                            var deadline = reckon(
                                    rule,
                                    ClockFacts.startedBy("seizure", cn("2026-06-01"))
                                            .with(Suspension.of(
                                                    "expert-examination", cn("2026-06-10"), cn("2026-06-20"))));
                            assertThat(deadline.lastDay()).isEqualTo(day("2026-07-11"));
                            assertThat(deadline.otherReadings())
                                    .extracting(other -> other.end().instant())
                                    .containsExactly(cn("2026-07-14 00:00"));
                            return List.of(deadline);
                        })
                .noted("A period that rolls keeps the owner's things two days longer. The setting that protects the "
                        + "owner does not roll.");
    }

    private static WorkedCase t11() {
        return WorkedCase.of(
                        "T11",
                        "hold in place, from 2026-04-30: 7 days",
                        "7 calendar days: 2026-05-07; 7 working days: 2026-05-13; 2026-05-07 counts",
                        "ADMPROC art 110; APL21 art 85",
                        () -> {
                            var rule = ClockRule.of(
                                            "cn.adm.hold_in_place",
                                            "measure",
                                            Reading.after(Term.calendarDays(7), Source.read("ADMPROC", "art 110")))
                                    .orRead(
                                            Reading.after(Term.workingDays(7), Source.read("APL21", "arts 56, 85")),
                                            Choice.EARLIEST)
                                    .expiring(Expiry.LIFTED);
                            var deadline = reckon(rule, "measure", cn("2026-04-30"));
                            assertThat(deadline.lastDay()).isEqualTo(day("2026-05-07"));
                            assertThat(deadline.otherReadings())
                                    .extracting(other -> other.end().instant())
                                    .containsExactly(cn("2026-05-14 00:00"));
                            return List.of(deadline);
                        })
                .noted("Two texts, two kinds of day: the earlier end protects the owner.");
    }

    private static final ClockRule HEARING_REQUEST = ClockRule.of(
                    "cn.adm.hearing.request",
                    "notice",
                    rolling(Term.calendarDays(3), Source.read("ADMPROC", "art 133")))
            .orRead(Reading.after(Term.workingDays(5), Source.read("APL21", "arts 64, 85")), Choice.LATEST)
            .expiring(Expiry.BARRED);

    private static WorkedCase t12() {
        return WorkedCase.of(
                        "T12",
                        "request for a hearing, notice 2026-09-29",
                        "3 calendar days: 2026-10-08; 5 working days: 2026-10-12, which counts. Without the yearly"
                                + " table: 2026-10-08, provisional",
                        "APL21 arts 64, 85; ADMPROC art 133",
                        () -> {
                            var facts = ClockFacts.startedBy("notice", cn("2026-09-29"));
                            var deadline = reckon(HEARING_REQUEST, facts);
                            assertThat(deadline.lastDay()).isEqualTo(day("2026-10-12"));
                            assertThat(deadline.provisional()).isFalse();
                            assertThat(deadline.otherReadings())
                                    .extracting(other -> other.end().instant())
                                    .containsExactly(cn("2026-10-09 00:00"));
                            var guess = new Reckoner(Jurisdiction.CHINA, withoutTable())
                                    .reckon(HEARING_REQUEST, facts, cn("2026-09-29"))
                                    .deadline();
                            assertThat(guess.lastDay()).isEqualTo(day("2026-10-08"));
                            assertThat(guess.provisional()).isTrue();
                            return List.of(deadline, guess);
                        })
                .noted("Two texts: the later end lets the person ask longer.");
    }

    /** China as the law alone makes it: weekends, and the holidays fixed by the solar calendar. */
    private static LegalCalendar withoutTable() {
        var china = ShippedCalendars.china();
        var bare = LegalCalendar.of("cn", china.weeklyRest(), Source.read("HOL24", "art 6"));
        for (var holiday : china.fixedHolidays()) {
            bare = bare.withFixedHoliday(holiday);
        }
        return bare;
    }

    private static WorkedCase t13() {
        return WorkedCase.of(
                        "T13",
                        "hearing: request 2026-09-29, notice 7 working days before, held within 10 calendar days",
                        "impossible: earliest after 2026-10-14, latest 2026-10-09; flagged, the notice is kept",
                        "APL21 art 64; ADMPROC arts 136-137",
                        () -> {
                            var notice = reckon(
                                    ClockRule.of(
                                            "cn.adm.hearing.notice",
                                            "request",
                                            Reading.after(Term.workingDays(7), Source.read("APL21", "arts 64, 85"))),
                                    "request",
                                    cn("2026-09-29"));
                            var hold = reckon(
                                    ClockRule.of(
                                            "cn.adm.hearing.hold",
                                            "request",
                                            rolling(Term.calendarDays(10), Source.read("ADMPROC", "art 137"))),
                                    "request",
                                    cn("2026-09-29"));
                            var window = new Window(notice, hold);
                            assertThat(notice.lastDay()).isEqualTo(day("2026-10-14"));
                            assertThat(window.earliest()).isEqualTo(day("2026-10-15"));
                            assertThat(window.latest()).isEqualTo(day("2026-10-09"));
                            assertThat(window.isPossible()).isFalse();
                            return List.of(notice, hold);
                        })
                .noted("Both rules can't be kept. The notice is, because a person who is heard late is better off "
                        + "than one who is heard unprepared.");
    }

    private static WorkedCase t14() {
        return onDays(
                "T14",
                "fine, 15 calendar days, received 2026-09-20",
                "2026-10-05 is a holiday, so 2026-10-08",
                "APL21 art 67; ADMPROC art 35",
                rolling(Term.calendarDays(15), Source.read("APL21", "art 67")),
                "2026-09-20",
                "2026-10-08");
    }

    private static WorkedCase t15() {
        return onDays(
                "T15",
                "second mediation, 7 working days, first 2026-03-05",
                "2026-03-16",
                "ADMPROC art 183",
                Reading.after(Term.workingDays(7), Source.read("ADMPROC", "art 183")),
                "2026-03-05",
                "2026-03-16");
    }

    private static WorkedCase t16() {
        return onDays(
                "T16",
                "case after a mediation that was due 2026-04-10 and not performed",
                "it starts 2026-04-10; 2026-05-10 is a Sunday, so 2026-05-11",
                "ADMPROC art 185",
                rolling(Term.calendarDays(30), Source.read("ADMPROC", "art 185")),
                "2026-04-10",
                "2026-05-11");
    }

    private static WorkedCase t17() {
        return WorkedCase.of(
                "T17",
                "reconsideration, 60 calendar days, served 2026-01-15; and when the right was not told",
                "2026-03-16; else 60 days from knowing of it, at most a year from knowing the content",
                "ARL23 art 20",
                () -> {
                    var source = Source.read("ARL23", "art 20");
                    var told = ClockRule.of(
                                    "cn.adm.remedy.reconsider", "service", rolling(Term.calendarDays(60), source))
                            .expiring(Expiry.BARRED);
                    var untold = ClockRule.of(
                                    "cn.adm.remedy.reconsider.untold",
                                    "knew of the right",
                                    rolling(Term.calendarDays(60), source))
                            .cappedBy(new Cap(Reading.after(Term.years(1), source), new EventName("knew the content")))
                            .expiring(Expiry.BARRED);
                    var deadline = reckon(told, "service", cn("2026-01-15"));
                    var late = reckon(
                            untold,
                            ClockFacts.startedBy("knew the content", cn("2025-02-10"))
                                    .with(Event.at("knew of the right", cn("2026-01-15"))));
                    assertThat(deadline.lastDay()).isEqualTo(day("2026-03-16"));
                    assertThat(late.lastDay()).isEqualTo(day("2026-02-10"));
                    assertThat(late.derivation().has(Step.Capped.class)).isTrue();
                    return List.of(deadline, late);
                });
    }

    private static WorkedCase t18() {
        return WorkedCase.of(
                "T18",
                "on-the-spot penalty; the person sues directly",
                "blocked: reconsideration comes first, so the clock of the suit has not started",
                "ARL23 art 23",
                () -> {
                    var suit = ClockRule.of(
                            "cn.adm.remedy.sue.after_reconsideration",
                            "reconsideration decided",
                            rolling(Term.calendarDays(15), Source.read("ALL17", "art 45")));
                    var reckoning =
                            CHINA.reckon(suit, ClockFacts.startedBy("service", cn("2026-01-15")), cn("2026-01-20"));
                    assertThat(reckoning).isInstanceOfSatisfying(NotStarted.class, it -> {
                        assertThat(it.why()).isEqualTo(NotStarted.Why.NO_EVENT);
                        assertThat(it.event()).isEqualTo(new EventName("reconsideration decided"));
                    });
                    return List.of();
                });
    }

    private static WorkedCase t19() {
        return onDays(
                "T19",
                "openness, 20 working days, from 2026-09-22",
                "2026-10-27",
                "GIR19 art 26",
                Reading.after(Term.workingDays(20), Source.read("GIR19", "art 26")),
                "2026-09-22",
                "2026-10-27");
    }

    private static WorkedCase t20() {
        return onDays(
                "T20",
                "withdrawal of a published decision, 3 working days, from 2026-09-30",
                "2026-10-10, a worked Saturday, after 8 and 9 October",
                "APL21 arts 48, 85",
                Reading.after(Term.workingDays(3), Source.read("APL21", "arts 48, 85")),
                "2026-09-30",
                "2026-10-10");
    }

    private static WorkedCase t31() {
        return WorkedCase.of(
                "T31",
                "offset: 2 days of criminal detention, 20 h of questioning, then 10 days of administrative detention",
                "8 days are left; questioning does not count",
                "ADMPROC art 163",
                () -> {
                    var offset =
                            new Offset(Set.of(new EventName("criminal detention")), Source.read("ADMPROC", "art 163"));
                    assertThat(offset.left(
                                    10,
                                    List.of(
                                            new Offset.Served(new EventName("criminal detention"), 2),
                                            new Offset.Served(new EventName("questioning"), 1))))
                            .isEqualTo(8);
                    return List.of();
                });
    }

    private static WorkedCase t32() {
        return WorkedCase.of(
                "T32",
                "questioned for 7 h, then jurisdiction is transferred",
                "8 h start afresh, with senior approval alone; the 7 h stay in the sum",
                "ADMPROC art 62",
                () -> {
                    var rule = ClockRule.ofLiberty("cn.adm.questioning.limit", "arrival", hours(8, "art 97"))
                            .restartedBy(new RestartRule(
                                    new GroundId("transfer of jurisdiction"),
                                    Set.of(office("county head")),
                                    Source.read("ADMPROC", "art 62")));
                    var facts = ClockFacts.startedBy("arrival", cn("2026-03-02 09:00"));
                    var transfer = new GroundId("transfer of jurisdiction");
                    var approved = reckon(
                            rule, facts.with(new Restart(transfer, cn("2026-03-02 16:00"), official("county head"))));
                    assertThat(approved.end()).isEqualTo(cn("2026-03-03 00:00"));
                    assertThat(approved.before()).isEqualTo(Duration.ofHours(7));
                    assertThat(approved.sum(cn("2026-03-02 18:00"))).isEqualTo(Duration.ofHours(9));
                    var alone = reckon(rule, facts.with(new Restart(transfer, cn("2026-03-02 16:00"), null)));
                    assertThat(alone.end()).isEqualTo(cn("2026-03-02 17:00"));
                    return List.of(approved, alone);
                });
    }

    private static WorkedCase t53() {
        return WorkedCase.of(
                "T53",
                "law changes in the middle: filed 2025-12-20, decided 2026-01-15",
                "by the day of filing, the choice is recorded; whether the new law is milder must be looked at",
                "APL21 art 37",
                () -> {
                    var acts = new LinkedHashMap<LawVersion, ClockRule>();
                    acts.put(ACT_2012, CASE_2012);
                    acts.put(ACT_2025, CASE_2025);
                    var versions = new Versions<>(acts);
                    var deadline = reckonChosen(versions, "2025-12-20", new EventName("filing"), cn("2025-12-20"));
                    assertThat(deadline.derivation().steps(Step.VersionChosen.class))
                            .extracting(chosen -> chosen.version().id())
                            .containsExactly("PSAPL12");
                    assertThat(versions.differ(day("2025-12-20"), day("2026-01-15")))
                            .isTrue();
                    return List.of(deadline);
                });
    }

    private static WorkedCase t55() {
        return onDays(
                "T55",
                "recusal, 2 calendar days, from Friday 2026-04-03",
                "2026-04-05 is in the holiday, so 2026-04-07",
                "ADMPROC arts 21, 24, 35",
                rolling(Term.calendarDays(2), Source.read("ADMPROC", "art 21")),
                "2026-04-03",
                "2026-04-07");
    }

    /** A case with a start, one period and an end. */
    private static WorkedCase onDays(
            String id, String clock, String expected, String source, Reading reading, String from, String to) {
        return WorkedCase.of(id, clock, expected, source, () -> {
            var deadline = reckon(ClockRule.of(id, "start", reading), "start", cn(from));
            assertThat(deadline.lastDay()).isEqualTo(day(to));
            assertThat(deadline.judge(Act.done(cn(to + " 23:59"))).inTime()).isTrue();
            return List.of(deadline);
        });
    }

    private static Reading hours(int hours, String article) {
        return Reading.hours(hours, Source.read("PSAPL25", article));
    }

    private static Reading rolling(Term term, Source source) {
        return Reading.after(term, source).rolling().noted("Rolls over days off (" + COUNT + ").");
    }

    private static Interval interval(String from, String to) {
        return new Interval(cn(from), cn(to));
    }

    private static List<VoidReason> whyVoid(Deadline deadline) {
        return deadline.derivation().steps(Step.ExtensionVoid.class).stream()
                .map(Step.ExtensionVoid::why)
                .toList();
    }

    private static Deadline reckonChosen(Versions<ClockRule> versions, String date, EventName criterion, Instant at) {
        var chosen = versions.find(day(date), criterion).orElseThrow();
        return CHINA.reckon(chosen, ClockFacts.startedBy(criterion.value(), at), at)
                .deadline();
    }

    private static Deadline reckon(ClockRule rule, String event, Instant at) {
        return reckon(rule, ClockFacts.startedBy(event, at));
    }

    private static Deadline reckon(ClockRule rule, ClockFacts facts) {
        return CHINA.reckon(rule, facts, cn("2026-12-31")).deadline();
    }
}
