package org.openbeat.app.dispatch;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.unit.Assignment;
import org.openbeat.app.dispatch.unit.Assignments;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Locks what a command changes, always in one order: units by id, then incidents by id. Two commands can then wait for
 * each other in turn, never in a ring.
 */
@Component
class Locks {
    private final Incidents incidents;
    private final Units units;
    private final Assignments assignments;

    Locks(Incidents incidents, Units units, Assignments assignments) {
        this.incidents = incidents;
        this.units = units;
        this.assignments = assignments;
    }

    /** One incident and nothing else. */
    Incident incident(IncidentId id) {
        return requireNonNull(incidents(List.of(id)).get(id));
    }

    Map<IncidentId, Incident> incidents(Collection<IncidentId> ids) {
        var locked = incidents.lock(ids);
        if (!locked.keySet().containsAll(ids)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found");
        }
        return locked;
    }

    /** A unit with all its work, and further incidents. */
    Held unit(UnitId id, IncidentId... more) {
        return hold(Set.of(id), Set.of(more));
    }

    /** An incident with the units on it and all their work. */
    Held incidentWithUnits(IncidentId id) {
        var onIt = unitsOn(id);
        var held = hold(onIt, Set.of(id));
        if (!onIt.containsAll(unitsOn(id))) {
            throw new Once.LostRace();
        }
        return held;
    }

    private Set<UnitId> unitsOn(IncidentId id) {
        return assignments.ofIncident(id).stream().map(Assignment::unit).collect(Collectors.toSet());
    }

    private Held hold(Set<UnitId> unitIds, Set<IncidentId> more) {
        var lockedUnits = units.lock(unitIds);
        if (!lockedUnits.keySet().containsAll(unitIds)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found");
        }
        var work = assignments.ofUnits(unitIds);
        var ids = new HashSet<>(more);
        work.forEach(assignment -> ids.add(assignment.incident()));
        return new Held(lockedUnits, incidents(ids), work);
    }

    /** What is locked now. */
    record Held(Map<UnitId, Unit> units, Map<IncidentId, Incident> incidents, List<Assignment> work) {

        Unit unit(UnitId id) {
            return requireNonNull(units.get(id));
        }

        Incident incident(IncidentId id) {
            return requireNonNull(incidents.get(id));
        }

        Optional<Assignment> current(UnitId unit) {
            return work.stream()
                    .filter(assignment -> assignment.unit().equals(unit) && assignment.isCurrent())
                    .findFirst();
        }

        Optional<Assignment> on(UnitId unit, IncidentId incident) {
            return work.stream()
                    .filter(assignment -> assignment.unit().equals(unit)
                            && assignment.incident().equals(incident))
                    .findFirst();
        }

        /** The unit's work that waits, in order, without one. */
        Optional<Assignment> nextInStack(UnitId unit, Assignment without) {
            return work.stream()
                    .filter(assignment -> assignment.unit().equals(unit)
                            && !assignment.isCurrent()
                            && !assignment.id().equals(without.id()))
                    .findFirst();
        }

        /** A place after all that the unit has. */
        int lastPlace(UnitId unit) {
            return places(unit).max().orElse(0) + 1;
        }

        /** A place before all that the unit has. */
        int firstPlace(UnitId unit) {
            return places(unit).min().orElse(0) - 1;
        }

        private IntStream places(UnitId unit) {
            return work.stream()
                    .filter(assignment -> assignment.unit().equals(unit))
                    .mapToInt(Assignment::place);
        }
    }
}
