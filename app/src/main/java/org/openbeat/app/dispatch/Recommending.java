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
import org.openbeat.app.dispatch.coverage.CoverageNow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.plan.ResponsePlans;
import org.openbeat.app.dispatch.recommend.RankedChoices;
import org.openbeat.app.dispatch.recommend.RankedUnits;
import org.openbeat.app.dispatch.recommend.TravelTimes;
import org.openbeat.app.dispatch.recommend.UnitCircumstances;
import org.openbeat.app.dispatch.spi.DutyRoster;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.openbeat.engine.response.Availability;
import org.openbeat.engine.response.Candidate;
import org.openbeat.engine.response.Choice;
import org.openbeat.engine.response.Circumstances;
import org.openbeat.engine.response.Need;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.Recommendation;
import org.openbeat.engine.response.Rules;
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
    private final ResponsePlans plans;
    private final UnitCircumstances circumstances;
    private final CoverageNow coverage;
    private final ObjectProvider<DutyRoster> roster;
    private final Clock clock;

    Recommending(
            Boards boards,
            Catalogues catalogues,
            TravelTimes times,
            LatestPositions positions,
            ResponsePlans plans,
            UnitCircumstances circumstances,
            CoverageNow coverage,
            ObjectProvider<DutyRoster> roster,
            Clock clock) {
        this.boards = boards;
        this.catalogues = catalogues;
        this.times = times;
        this.positions = positions;
        this.plans = plans;
        this.circumstances = circumstances;
        this.coverage = coverage;
        this.roster = roster;
        this.clock = clock;
    }

    RankedUnits rank(IncidentRow incident, Scope reader) {
        var now = clock.instant();
        var units = positions.newest(boards.units(reader, now), now).stream()
                .filter(unit -> isChoice(unit, incident.id()))
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

    /** Whether it is on duty and not on the incident already. */
    private static boolean isChoice(UnitRow unit, IncidentId incident) {
        return unit.status() != UnitStatus.OFF_DUTY
                && unit.work().stream().noneMatch(work -> work.incident().equals(incident));
    }

    private Recommendation<UnitId> recommend(IncidentRow incident, List<UnitRow> units, Instant now) {
        var priority = incident.priority().level();
        var plan = plans.of(incident.agency());
        var need = plan.flatMap(found -> found.need(incident.type(), priority))
                .or(() -> catalogues.type(incident.type()).map(Recommending::need))
                .orElseGet(() -> new Need(Set.of(), 1));
        var rules = plan.map(found -> found.rules(priority)).orElse(Rules.CAREFUL);
        return Recommendation.of(need, rules, candidates(incident, units, now), travelTimes(incident, units), now);
    }

    private static Need need(Catalogue.IncidentType type) {
        return new Need(type.skills().stream().map(Skill::new).collect(Collectors.toSet()), type.units());
    }

    private List<Candidate<UnitId>> candidates(IncidentRow incident, List<UnitRow> units, Instant now) {
        var known = circumstances.of(units, coverage.lostWithout(incident.agency()), now);
        return units.stream()
                .map(unit -> {
                    var seen = unit.position();
                    return new Candidate<>(
                            unit.id(),
                            seen == null ? null : point(seen),
                            seen == null ? null : seen.at(),
                            availability(unit, now),
                            unit.skills().stream().map(Skill::new).collect(Collectors.toSet()),
                            onDuty(unit.id(), now)
                                    ? known.getOrDefault(unit.id(), Circumstances.UNKNOWN)
                                    : Circumstances.UNKNOWN);
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
        var units = positions.newest(boards.units(seenBy(incident.get().agency()), now), now).stream()
                .filter(unit -> unit.id().equals(command.unit()) || isChoice(unit, command.incident()))
                .toList();
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
                onDuty(mine.unit(), now),
                mine.proposed() ? List.of() : recommended(choices, units));
    }

    /** The call signs of the units that were proposed instead. */
    private static List<String> recommended(List<Choice<UnitId>> choices, List<UnitRow> units) {
        return choices.stream()
                .filter(Choice::proposed)
                .flatMap(choice -> callSign(units, choice.unit()).stream())
                .toList();
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
}
