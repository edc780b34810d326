package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openbeat.engine.legaltime.Given.CALIFORNIA;
import static org.openbeat.engine.legaltime.Given.ca;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.rule.WeekdayCap;
import org.openbeat.engine.legaltime.source.Source;

/** Cases T45 to T48: arraignment and probable cause in California. The court sits from 08:30 to 16:30. */
final class CaliforniaCases {
    private static final Source PC_825 = Source.read("Penal Code", "825");

    private static final ClockRule ARRAIGNMENT = ClockRule.ofLiberty(
                    "us.ca.arraign",
                    "arrest",
                    Reading.fromTheMoment(
                                    new Term.Elapsed(Duration.ofHours(48), Set.of(DayOfWeek.SUNDAY), true), PC_825)
                            .endingAt(Reading.End.COURT_SESSION))
            .cappedBy(new WeekdayCap(DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY, PC_825));
    private static final ClockRule PROBABLE_CAUSE = ClockRule.ofLiberty(
            "us.ca.probable_cause", "arrest", Reading.hours(48, Source.part("Riverside v. McLaughlin", "")));

    private CaliforniaCases() {}

    static List<WorkedCase> all() {
        return List.of(t45(), t46(), t47(), t48());
    }

    private static WorkedCase t45() {
        return WorkedCase.of(
                "T45",
                "arraignment; arrest Thursday 2026-11-05 09:00",
                "Saturday 11-07 09:00, the court is closed: the session of Monday 11-09",
                "Penal Code 825",
                () -> {
                    var deadline = reckon(ARRAIGNMENT, "2026-11-05 09:00");
                    assertThat(hoursEnd(deadline)).isEqualTo(ca("2026-11-07 09:00"));
                    assertThat(deadline.end()).isEqualTo(ca("2026-11-09 16:30"));
                    return List.of(deadline);
                });
    }

    private static WorkedCase t46() {
        return WorkedCase.of(
                "T46",
                "arraignment; arrest Saturday 2026-11-07 10:00",
                "Sunday left out: Tuesday 11-10 10:00, in session, so at any time of it; probable cause by Monday 11-09"
                        + " 10:00",
                "Penal Code 825; Riverside v. McLaughlin",
                () -> {
                    var deadline = reckon(ARRAIGNMENT, "2026-11-07 10:00");
                    var cause = reckon(PROBABLE_CAUSE, "2026-11-07 10:00");
                    assertThat(hoursEnd(deadline)).isEqualTo(ca("2026-11-10 10:00"));
                    assertThat(deadline.end()).isEqualTo(ca("2026-11-10 16:30"));
                    assertThat(cause.end()).isEqualTo(ca("2026-11-09 10:00"));
                    return List.of(deadline, cause);
                });
    }

    private static WorkedCase t47() {
        return WorkedCase.of(
                "T47",
                "the rule of Wednesday: arrest Wednesday 2026-11-04 18:00, the session is over",
                "Friday 2026-11-06",
                "Penal Code 825",
                () -> {
                    var deadline = reckon(ARRAIGNMENT, "2026-11-04 18:00");
                    assertThat(deadline.end()).isEqualTo(ca("2026-11-06 16:30"));
                    assertThat(deadline.derivation().has(Step.Capped.class)).isTrue();
                    return List.of(deadline);
                });
    }

    private static WorkedCase t48() {
        return WorkedCase.of(
                "T48",
                "summer time ends: arrest Friday 2026-10-30 15:00 PDT",
                "825: Monday 2026-11-02 15:00 PST, Sunday of 25 h left out whole; McLaughlin: Sunday 11-01 14:00 PST",
                "Penal Code 825; tz database",
                () -> {
                    var deadline = reckon(ARRAIGNMENT, "2026-10-30 15:00");
                    var cause = reckon(PROBABLE_CAUSE, "2026-10-30 15:00");
                    assertThat(hoursEnd(deadline)).isEqualTo(ca("2026-11-02 15:00"));
                    assertThat(deadline.derivation().steps(Step.LeftOut.class))
                            .extracting(out -> out.interval().length())
                            .containsExactly(Duration.ofHours(25));
                    assertThat(cause.end()).isEqualTo(ca("2026-11-01 14:00"));
                    return List.of(deadline, cause);
                });
    }

    private static java.time.Instant hoursEnd(Deadline deadline) {
        return deadline.derivation().steps(Step.SessionAwaited.class).get(0).hoursEnd();
    }

    private static Deadline reckon(ClockRule rule, String arrest) {
        return CALIFORNIA
                .reckon(rule, ClockFacts.startedBy("arrest", ca(arrest)), ca("2026-12-31"))
                .deadline();
    }
}
