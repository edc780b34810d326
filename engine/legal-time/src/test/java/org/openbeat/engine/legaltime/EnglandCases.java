package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.ENGLAND;
import static org.openbeat.engine.legaltime.Given.day;
import static org.openbeat.engine.legaltime.Given.office;
import static org.openbeat.engine.legaltime.Given.official;
import static org.openbeat.engine.legaltime.Given.uk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openbeat.engine.legaltime.combined.ReviewSchedule;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.fact.Extension;
import org.openbeat.engine.legaltime.fact.Interval;
import org.openbeat.engine.legaltime.fact.Suspension;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.rule.Expiry;
import org.openbeat.engine.legaltime.rule.ExtensionRule;
import org.openbeat.engine.legaltime.rule.Ground;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

/** Cases T34 to T44: police custody and bail before charge in England and Wales. */
final class EnglandCases {
    private static final Source WARRANT = Source.read("PACE", "s.43");

    /** 24 h from the relevant time, 36 by a superintendent, then by warrants; never beyond 96. */
    private static final ClockRule DETENTION = ClockRule.ofLiberty(
                    "uk.custody.24h", "relevant time", Reading.hours(24, Source.part("PACE", "s.41")))
            .suspendedBy(
                    Ground.of("hospital for treatment", Ground.Days.AFTER_THE_FIRST, Source.read("PACE", "s.41(6)")))
            .extendedBy(ExtensionRule.inAll(
                            "superintendent: 36 h in all",
                            office("superintendent"),
                            Term.hours(36),
                            Source.read("PACE", "s.42"))
                    .notBefore(new EventName("second review"))
                    .afterHearing())
            .extendedBy(ExtensionRule.fromDecision("warrant: 36 h", office("court"), Term.hours(36), WARRANT)
                    .after("superintendent: 36 h in all")
                    .withGrace(Duration.ofHours(6))
                    .afterHearing())
            .cappedAt(Reading.hours(96, Source.part("PACE", "s.44")));

    private static final Ground HOSPITAL_FOR_REVIEWS =
            Ground.of("hospital for treatment", Ground.Days.AFTER_THE_FIRST, Source.unverified("PACE", "s.41(6)"));
    private static final ReviewSchedule REVIEWS = new ReviewSchedule(
            ClockRule.of("uk.custody.review.first", "authorised", Reading.hours(6, Source.read("PACE", "s.40")))
                    .suspendedBy(HOSPITAL_FOR_REVIEWS),
            ClockRule.of("uk.custody.review.next", "review", Reading.hours(9, Source.read("PACE", "s.40")))
                    .suspendedBy(HOSPITAL_FOR_REVIEWS));

    private static final ClockFacts ARRIVED = ClockFacts.startedBy("relevant time", uk("2026-03-02 10:40"))
            .with(Event.at("authorised", uk("2026-03-02 11:00")));

    private static final ClockRule BAIL = ClockRule.of(
                    "uk.bail", "bail start date", Reading.beginningWith(Term.months(3), Source.read("PACE", "s.47ZB")))
            .expiring(Expiry.LIFTED)
            .extendedBy(ExtensionRule.inAll(
                    "inspector: 6 months", office("inspector"), Term.months(6), Source.read("PACE", "s.47ZD")))
            .extendedBy(ExtensionRule.inAll(
                            "superintendent: 9 months",
                            office("superintendent"),
                            Term.months(9),
                            Source.read("PACE", "s.47ZDA"))
                    .after("inspector: 6 months"))
            .extendedBy(ExtensionRule.inAll(
                            "court: 12 months", office("court"), Term.months(12), Source.read("PACE", "s.47ZF"))
                    .after("superintendent: 9 months")
                    .stayingOpen());

    private EnglandCases() {}

    static List<WorkedCase> all() {
        return List.of(t34(), t35(), t36(), t37(), t38(), t39(), t40(), t41(), t42(), t43(), t44());
    }

    private static WorkedCase t34() {
        return WorkedCase.of(
                "T34",
                "custody; arrest 10:00, arrival 10:40, detention authorised 11:00",
                "24 h: next day 10:40; reviews by 17:00 and, if held then, 02:00; 36 h: 22:40; 96 h: day 5 10:40",
                "PACE ss.40-44",
                () -> {
                    var day = reckon(DETENTION, ARRIVED);
                    var reviews =
                            REVIEWS.due(ENGLAND, ARRIVED, List.of(uk("2026-03-02 17:00")), uk("2026-03-02 18:00"));
                    var more = reckon(DETENTION, toSuperintendent());
                    var warrants = reckon(
                            DETENTION.extendedBy(ExtensionRule.fromDecision(
                                    "warrant again", office("court"), Term.hours(36), WARRANT)),
                            toSuperintendent()
                                    .with(granted("warrant: 36 h", "court", uk("2026-03-03 22:00")))
                                    .with(granted("warrant again", "court", uk("2026-03-05 09:00"))));
                    assertThat(day.end()).isEqualTo(uk("2026-03-03 10:40"));
                    assertThat(reviews)
                            .extracting(review -> review.deadline().end())
                            .containsExactly(uk("2026-03-02 17:00"), uk("2026-03-03 02:00"));
                    assertThat(more.end()).isEqualTo(uk("2026-03-03 22:40"));
                    assertThat(warrants.end()).isEqualTo(uk("2026-03-06 10:40"));
                    assertThat(warrants.derivation().has(Step.Capped.class)).isTrue();
                    return List.of(day, reviews.get(1).deadline(), more, warrants);
                });
    }

    private static ClockFacts toSuperintendent() {
        return ARRIVED.with(Event.at("second review", uk("2026-03-03 01:30")))
                .with(granted("superintendent: 36 h in all", "superintendent", uk("2026-03-03 09:00")));
    }

    private static WorkedCase t35() {
        return WorkedCase.of(
                        "T35",
                        "hospital: as T34; leaves 14:00, back 16:30, questioned there 15:00-15:20",
                        "150 less 20 minutes are left out: 12:50; the review stays where it was, the safe side",
                        "PACE s.41(6)",
                        () -> {
                            var away = new Suspension(
                                    new org.openbeat.engine.legaltime.rule.GroundId("hospital for treatment"),
                                    uk("2026-03-02 14:00"),
                                    uk("2026-03-02 16:30"),
                                    List.of(new Interval(uk("2026-03-02 15:00"), uk("2026-03-02 15:20"))));
                            var deadline = reckon(DETENTION, ARRIVED.with(away));
                            var review = reckon(REVIEWS.first(), ARRIVED.with(away));
                            assertThat(deadline.end()).isEqualTo(uk("2026-03-03 12:50"));
                            assertThat(deadline.derivation().steps(Step.Suspended.class))
                                    .extracting(Step.Suspended::time)
                                    .containsExactly(Duration.ofMinutes(130));
                            assertThat(review.end()).isEqualTo(uk("2026-03-02 17:00"));
                            assertThat(review.derivation().steps(Step.SuspensionRefused.class))
                                    .extracting(Step.SuspensionRefused::why)
                                    .containsExactly(VoidReason.UNVERIFIED);
                            return List.of(deadline, review);
                        })
                .noted("Whether the words \"any period for this Part\" of s.41(6) reach the reviews was not read, so "
                        + "they do not move a review.");
    }

    private static WorkedCase t36() {
        return WorkedCase.of("T36", "hospital for an x-ray as evidence", "nothing is left out", "PACE s.41(6)", () -> {
            var deadline = reckon(
                    DETENTION,
                    ARRIVED.with(
                            Suspension.of("hospital for evidence", uk("2026-03-02 14:00"), uk("2026-03-02 16:30"))));
            assertThat(deadline.end()).isEqualTo(uk("2026-03-03 10:40"));
            return List.of(deadline);
        });
    }

    private static WorkedCase t37() {
        return WorkedCase.of(
                "T37",
                "superintendent decides 24 h 05 min after the relevant time; or before the second review",
                "void both times: release or charge",
                "PACE s.42",
                () -> {
                    var reviewed = ARRIVED.with(Event.at("second review", uk("2026-03-03 01:30")));
                    var late = reckon(
                            DETENTION,
                            reviewed.with(
                                    granted("superintendent: 36 h in all", "superintendent", uk("2026-03-03 10:45"))));
                    var early = reckon(
                            DETENTION,
                            ARRIVED.with(
                                    granted("superintendent: 36 h in all", "superintendent", uk("2026-03-02 23:00"))));
                    assertThat(late.end()).isEqualTo(uk("2026-03-03 10:40"));
                    assertThat(whyVoid(late)).containsExactly(VoidReason.DECIDED_TOO_LATE);
                    assertThat(early.end()).isEqualTo(uk("2026-03-03 10:40"));
                    assertThat(whyVoid(early)).containsExactly(VoidReason.TOO_EARLY);
                    return List.of(late, early);
                });
    }

    private static WorkedCase t38() {
        return WorkedCase.of(
                "T38",
                "superintendent to 36 h; at 32 h the court grants 36 h",
                "ends at 68 h, not at 72",
                "PACE s.43",
                () -> {
                    var issued = uk("2026-03-02 10:40").plus(Duration.ofHours(32));
                    var deadline =
                            reckon(DETENTION, toSuperintendent().with(granted("warrant: 36 h", "court", issued)));
                    assertThat(deadline.end()).isEqualTo(uk("2026-03-02 10:40").plus(Duration.ofHours(68)));
                    return List.of(deadline);
                });
    }

    private static WorkedCase t39() {
        return WorkedCase.of(
                "T39",
                "the court sits at 38 h and could not sit at 36 h",
                "it may hear the case up to 42 h; otherwise release at 36 h",
                "NI43_44 art 44(5); PACE s.43(5)",
                () -> {
                    var hours = uk("2026-03-02 10:40");
                    var at38 = granted("warrant: 36 h", "court", hours.plus(Duration.ofHours(38)));
                    var at43 = granted("warrant: 36 h", "court", hours.plus(Duration.ofHours(43)));
                    var heard = reckon(DETENTION, toSuperintendent().with(at38.couldNotSitEarlier()));
                    var could = reckon(DETENTION, toSuperintendent().with(at38));
                    var beyond = reckon(DETENTION, toSuperintendent().with(at43.couldNotSitEarlier()));
                    assertThat(heard.end()).isEqualTo(hours.plus(Duration.ofHours(74)));
                    assertThat(could.end()).isEqualTo(hours.plus(Duration.ofHours(36)));
                    assertThat(beyond.end()).isEqualTo(hours.plus(Duration.ofHours(36)));
                    return List.of(heard, could, beyond);
                });
    }

    private static WorkedCase t40() {
        return WorkedCase.of(
                "T40",
                "summer time begins: relevant time 2026-03-28 20:00 GMT",
                "24 h: 2026-03-29 21:00 BST; 36 h: 2026-03-30 09:00 BST",
                "hours that really pass; tz database",
                () -> {
                    var deadlines = dayAndMore(Instant.parse("2026-03-28T20:00:00Z"));
                    assertThat(deadlines.get(0).end()).isEqualTo(uk("2026-03-29 21:00"));
                    assertThat(deadlines.get(1).end()).isEqualTo(uk("2026-03-30 09:00"));
                    return deadlines;
                });
    }

    private static WorkedCase t41() {
        return WorkedCase.of(
                "T41",
                "summer time ends: relevant time 2026-10-24 20:00 BST",
                "24 h: 2026-10-25 19:00 GMT; 36 h: 2026-10-26 07:00 GMT; local arithmetic would give an hour too much",
                "hours that really pass; tz database",
                () -> {
                    var deadlines = dayAndMore(Instant.parse("2026-10-24T19:00:00Z"));
                    assertThat(deadlines.get(0).end()).isEqualTo(uk("2026-10-25 19:00"));
                    assertThat(deadlines.get(1).end()).isEqualTo(uk("2026-10-26 07:00"));
                    return deadlines;
                });
    }

    /** To 24 h and, extended by a superintendent, to 36 h. */
    private static List<Deadline> dayAndMore(Instant relevant) {
        var facts = ClockFacts.startedBy("relevant time", relevant)
                .with(Event.at("second review", relevant.plus(Duration.ofHours(15))));
        var extended = facts.with(
                granted("superintendent: 36 h in all", "superintendent", relevant.plus(Duration.ofHours(20))));
        return List.of(reckon(DETENTION, facts), reckon(DETENTION, extended));
    }

    private static WorkedCase t42() {
        return WorkedCase.of(
                "T42",
                "bail; arrest 2026-11-30, so it starts 2026-12-01",
                "3 months: 2027-02-28; 6: 2027-05-31; 9: 2027-08-31",
                "PACE ss.47ZB, 47ZD, 47ZDA",
                () -> {
                    var facts = ClockFacts.startedBy("bail start date", uk("2026-12-01"));
                    var six = facts.with(bail("inspector: 6 months", "inspector", "2027-02-20"));
                    var nine = six.with(bail("superintendent: 9 months", "superintendent", "2027-05-20"));
                    var deadlines = List.of(reckon(BAIL, facts), reckon(BAIL, six), reckon(BAIL, nine));
                    assertThat(deadlines)
                            .extracting(Deadline::lastDay)
                            .containsExactly(day("2027-02-28"), day("2027-05-31"), day("2027-08-31"));
                    return deadlines;
                });
    }

    private static WorkedCase t43() {
        return WorkedCase.of(
                        "T43",
                        "bail; arrest 2027-11-29, so it starts 11-30",
                        "3 months: 2028-02-29, since there is no 30 February",
                        "PACE s.47ZB",
                        () -> {
                            var deadline = reckon(BAIL, ClockFacts.startedBy("bail start date", uk("2027-11-30")));
                            assertThat(deadline.lastDay()).isEqualTo(day("2028-02-29"));
                            return List.of(deadline);
                        })
                .noted("The section does not say what happens when there is no corresponding day: inferred.");
    }

    private static WorkedCase t44() {
        return WorkedCase.of(
                        "T44",
                        "bail; asked of the court on the last day, heard 5 days later",
                        "extended until it is heard; the court may refuse",
                        "PACE s.47ZJ",
                        () -> {
                            var facts = ClockFacts.startedBy("bail start date", uk("2026-12-01"))
                                    .with(bail("inspector: 6 months", "inspector", "2027-02-20"))
                                    .with(bail("superintendent: 9 months", "superintendent", "2027-05-20"));
                            var asked = Extension.requested(
                                    BAIL.id(), "court: 12 months", official("court"), uk("2027-08-31 15:00"), "phones");
                            var pending = reckon(BAIL, facts.with(asked));
                            var heard = bail("court: 12 months", "court", "2027-09-05")
                                    .requestedAt(uk("2027-08-31 15:00"));
                            var granted = reckon(BAIL, facts.with(asked).with(heard));
                            var refused = reckon(BAIL, facts.with(asked).with(heard.refused()));
                            assertThat(pending.hasRunOut(uk("2027-09-03"))).isFalse();
                            assertThat(granted.lastDay()).isEqualTo(day("2027-11-30"));
                            assertThat(refused.end()).isEqualTo(uk("2027-09-05"));
                            return List.of(pending, granted, refused);
                        })
                .noted("Refused, bail ends with the decision.");
    }

    private static Extension bail(String rung, String office, String decided) {
        return Extension.granted(BAIL.id(), rung, official(office), uk(decided), "phones are being examined");
    }

    private static Extension granted(String rung, String office, Instant decided) {
        return Extension.granted(DETENTION.id(), rung, official(office), decided, "to secure evidence");
    }

    private static List<VoidReason> whyVoid(Deadline deadline) {
        return deadline.derivation().steps(Step.ExtensionVoid.class).stream()
                .map(Step.ExtensionVoid::why)
                .toList();
    }

    private static Deadline reckon(ClockRule rule, ClockFacts facts) {
        return ENGLAND.reckon(rule, facts, uk("2027-12-31")).deadline();
    }
}
