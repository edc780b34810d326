package org.openbeat.app.dispatch.recommend;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.recommend.RankedUnits.Why;
import org.openbeat.engine.response.Choice;
import org.openbeat.engine.response.PositionTrust;
import org.openbeat.engine.response.Reason;
import org.openbeat.engine.response.Skill;
import org.openbeat.engine.response.TravelTime;

/** Reads the engine's choices for the screen. */
public final class RankedChoices {
    private RankedChoices() {}

    public static RankedUnits.RankedUnit of(Choice<UnitId> choice, UnitRow unit) {
        var time = choice.arrival();
        return new RankedUnits.RankedUnit(
                unit,
                choice.proposed(),
                time.map(found -> found.duration().toSeconds()).orElse(null),
                time.map(found -> Math.round(found.metres())).orElse(null),
                time.map(TravelTime::isByRoad).orElse(false),
                isStale(choice),
                choice.reasons().stream().map(RankedChoices::why).toList());
    }

    /** Whether its position is old. */
    public static boolean isStale(Choice<UnitId> choice) {
        return choice.reasons().stream().anyMatch(reason -> reason instanceof Reason.PositionAge age && age.stale());
    }

    private static Why why(Reason reason) {
        return switch (reason) {
            case Reason.Arrival arrival ->
                seconds(
                        arrival.time().isByRoad() ? "arrival" : "straight-line",
                        arrival.time().duration().toSeconds());
            case Reason.HasSkills has -> new Why("has-skills", skills(has.skills()));
            case Reason.LacksSkills lacks -> new Why("lacks-skills", skills(lacks.skills()));
            case Reason.PositionAge age ->
                seconds(
                        age.stale() ? "position-stale" : "position-age",
                        age.age().toSeconds());
            case Reason.PositionDoubted doubted ->
                new Why(doubted.why() == PositionTrust.JUMPED ? "position-jumped" : "position-outside", "");
            case Reason.NoPosition ignored -> new Why("no-position", "");
            case Reason.MustBeAsked ignored -> new Why("ask-first", "");
            case Reason.NotAvailable ignored -> new Why("unavailable", "");
            case Reason.FreeSoon soon -> seconds("free-soon", soon.in().toSeconds());
            case Reason.TakenFrom taken -> new Why("taken-from", Integer.toString(taken.priority()));
            case Reason.CoverageLoss loss -> percent("coverage-loss", loss.share());
            case Reason.Workload work -> percent("workload", work.share());
            case Reason.ShiftEnds ends ->
                ends.in().isNegative()
                        ? new Why("shift-over", "")
                        : seconds("shift-ends", ends.in().toSeconds());
            case Reason.PassedOver over ->
                seconds(
                        "passed-over." + over.cause().name().toLowerCase(Locale.ROOT),
                        over.sooner().toSeconds());
        };
    }

    private static Why seconds(String code, long seconds) {
        return new Why(code, Long.toString(seconds));
    }

    /** In tenths of a percent less is lost than anybody can see. */
    private static Why percent(String code, double share) {
        return new Why(code, Double.toString(Math.round(share * 1000) / 10.0));
    }

    private static String skills(Set<Skill> skills) {
        return skills.stream().map(Skill::code).sorted().collect(Collectors.joining(", "));
    }
}
