package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.board.Boards;
import org.openbeat.app.dispatch.board.Catalogue;
import org.openbeat.app.dispatch.board.Catalogues;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.LatestPositions;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.recommend.RankedUnits;
import org.openbeat.app.dispatch.recommend.TravelTimes;
import org.openbeat.app.dispatch.spi.DutyRoster;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.openbeat.engine.response.Availability;
import org.openbeat.engine.response.Candidate;
import org.openbeat.engine.response.Choice;
import org.openbeat.engine.response.Need;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.Reason;
import org.openbeat.engine.response.Recommendation;
import org.openbeat.engine.response.Skill;
import org.openbeat.engine.response.TravelTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom to send, and whether that still holds at the moment of sending. */
@Component
class Recommending {
    /** A unit that would be there this much sooner is worth a word. */
    private static final Duration CLEARLY_SOONER = Duration.ofSeconds(60);

    private final Boards boards;
    private final Catalogues catalogues;
    private final TravelTimes times;
    private final LatestPositions positions;
    private final ObjectProvider<DutyRoster> roster;
    private final Clock clock;

    Recommending(
            Boards boards,
            Catalogues catalogues,
            TravelTimes times,
            LatestPositions positions,
            ObjectProvider<DutyRoster> roster,
            Clock clock) {
        this.boards = boards;
        this.catalogues = catalogues;
        this.times = times;
        this.positions = positions;
        this.roster = roster;
        this.clock = clock;
    }

    RankedUnits rank(IncidentRow incident, Scope reader) {
        var now = clock.instant();
        var units = positions.newest(boards.units(reader, now), now).stream()
                .filter(unit -> unit.status() != UnitStatus.OFF_DUTY)
                .filter(unit ->
                        unit.work().stream().noneMatch(work -> work.incident().equals(incident.id())))
                .toList();
        var recommendation = recommend(incident, units, now);
        var byId = units.stream().collect(Collectors.toMap(UnitRow::id, Function.identity()));
        var ranked = recommendation.choices().stream()
                .map(choice -> RankedChoices.of(choice, Objects.requireNonNull(byId.get(choice.unit()))))
                .toList();
        return new RankedUnits(
                ranked,
                ranked.stream().anyMatch(RankedUnits.RankedUnit::byRoad),
                recommendation.unmet().stream().map(Skill::code).collect(Collectors.toSet()),
                Math.max(0, recommendation.lacking() - incident.units().size()));
    }

    private Recommendation<UnitId> recommend(IncidentRow incident, List<UnitRow> units, Instant now) {
        var need = catalogues.type(incident.type()).map(Recommending::need).orElseGet(() -> new Need(Set.of(), 1));
        return Recommendation.of(need, candidates(units, now), travelTimes(incident, units), now);
    }

    private static Need need(Catalogue.IncidentType type) {
        return new Need(type.skills().stream().map(Skill::new).collect(Collectors.toSet()), type.units());
    }

    private List<Candidate<UnitId>> candidates(List<UnitRow> units, Instant now) {
        return units.stream()
                .map(unit -> {
                    var seen = unit.position();
                    return new Candidate<>(
                            unit.id(),
                            seen == null ? null : point(seen),
                            seen == null ? null : seen.at(),
                            availability(unit, now),
                            unit.skills().stream().map(Skill::new).collect(Collectors.toSet()));
                })
                .toList();
    }

    private Availability availability(UnitRow unit, Instant now) {
        return switch (unit.sendability()) {
            case FREE -> onDuty(unit.id(), now) ? Availability.FREE : Availability.ASK_FIRST;
            case INFORM -> Availability.ASK_FIRST;
            case UNAVAILABLE -> Availability.UNAVAILABLE;
        };
    }

    private boolean onDuty(UnitId unit, Instant now) {
        var planned = roster.getIfAvailable();
        return planned == null || planned.onDuty(unit, now);
    }

    private Map<UnitId, TravelTime> travelTimes(IncidentRow incident, List<UnitRow> units) {
        var target = incident.point();
        if (target == null) {
            return Map.of();
        }
        var origins = new ArrayList<Origin<UnitId>>();
        for (var unit : units) {
            var seen = unit.position();
            if (seen != null) {
                origins.add(new Origin<>(unit.id(), point(seen)));
            }
        }
        return times.to(new Point(target.latitude(), target.longitude()), origins);
    }

    private static Point point(UnitRow.LastSeen seen) {
        return new Point(seen.point().latitude(), seen.point().longitude());
    }

    /** Looks again at the moment of sending: roads and positions have moved on since the list was drawn. */
    Recheck recheck(Command.Assign command) {
        var now = clock.instant();
        var incident =
                boards.rows(List.of(command.incident().value()), now).stream().findFirst();
        var chosen =
                boards.unitRows(List.of(command.unit().value()), now).stream().findFirst();
        if (incident.isEmpty() || chosen.isEmpty()) {
            return Recheck.NONE;
        }
        var units = positions.newest(boards.units(seenBy(incident.get().agency()), now), now);
        var choices = recommend(incident.get(), units, now).choices();
        var own = choices.stream()
                .filter(choice -> choice.unit().equals(command.unit()))
                .findFirst();
        return own.map(mine -> compare(mine, choices, units, now)).orElse(Recheck.NONE);
    }

    /** What a dispatcher of the agency that must answer would choose from. */
    private static Scope seenBy(AgencyId agency) {
        var dispatcher = Actor.staff("recheck", "Recheck", agency, Set.of(Role.DISPATCHER));
        return Policy.scope(Viewer.of(dispatcher), Act.READ, Kind.UNIT);
    }

    private Recheck compare(Choice<UnitId> mine, List<Choice<UnitId>> choices, List<UnitRow> units, Instant now) {
        var time = mine.arrival().orElse(null);
        var sooner = time == null ? Optional.<Choice<UnitId>>empty() : sooner(mine, time, choices);
        return new Recheck(
                time,
                RankedChoices.isStale(mine),
                sooner.flatMap(other -> callSign(units, other.unit())).orElse(null),
                sooner.flatMap(Choice::arrival)
                        .map(other -> Objects.requireNonNull(time)
                                .duration()
                                .minus(other.duration())
                                .toSeconds())
                        .orElse(0L),
                onDuty(mine.unit(), now));
    }

    private static Optional<Choice<UnitId>> sooner(Choice<UnitId> mine, TravelTime time, List<Choice<UnitId>> choices) {
        return choices.stream()
                .filter(other -> !other.unit().equals(mine.unit()))
                .filter(other -> other.candidate().availability() == Availability.FREE)
                .filter(other -> other.missing().size() <= mine.missing().size() && !RankedChoices.isStale(other))
                .filter(other -> other.arrival()
                        .filter(arrival -> arrival.isByRoad() == time.isByRoad()
                                && arrival.duration().plus(CLEARLY_SOONER).compareTo(time.duration()) < 0)
                        .isPresent())
                .min((a, b) -> arrival(a).compareTo(arrival(b)));
    }

    private static Duration arrival(Choice<UnitId> choice) {
        return choice.arrival().map(TravelTime::duration).orElse(Duration.ZERO);
    }

    private static Optional<String> callSign(List<UnitRow> units, UnitId id) {
        return units.stream()
                .filter(unit -> unit.id().equals(id))
                .map(UnitRow::callSign)
                .findFirst();
    }

    /** Reads the engine's choices for the screen. */
    private static final class RankedChoices {

        static RankedUnits.RankedUnit of(Choice<UnitId> choice, UnitRow unit) {
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

        static boolean isStale(Choice<UnitId> choice) {
            return choice.reasons().stream()
                    .anyMatch(reason -> reason instanceof Reason.PositionAge age && age.stale());
        }

        private static RankedUnits.Why why(Reason reason) {
            return switch (reason) {
                case Reason.Arrival arrival ->
                    new RankedUnits.Why(
                            arrival.time().isByRoad() ? "arrival" : "straight-line",
                            Long.toString(arrival.time().duration().toSeconds()));
                case Reason.HasSkills has -> new RankedUnits.Why("has-skills", skills(has.skills()));
                case Reason.LacksSkills lacks -> new RankedUnits.Why("lacks-skills", skills(lacks.skills()));
                case Reason.PositionAge age ->
                    new RankedUnits.Why(
                            age.stale() ? "position-stale" : "position-age",
                            Long.toString(age.age().toSeconds()));
                case Reason.NoPosition ignored -> new RankedUnits.Why("no-position", "");
                case Reason.MustBeAsked ignored -> new RankedUnits.Why("ask-first", "");
                case Reason.NotAvailable ignored -> new RankedUnits.Why("unavailable", "");
            };
        }

        private static String skills(Set<Skill> skills) {
            return skills.stream().map(Skill::code).sorted().collect(Collectors.joining(", "));
        }
    }
}
