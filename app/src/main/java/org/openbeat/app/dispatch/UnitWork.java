package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.dispatch.Locks.Held;
import org.openbeat.app.dispatch.events.UnitAssigned;
import org.openbeat.app.dispatch.events.UnitReleased;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.unit.Assignment;
import org.openbeat.app.dispatch.unit.Assignments;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Component;

/** What assigning, calling off, clearing and closing have in common: a unit's work begins or ends. */
@Component
class UnitWork {
    private final Incidents incidents;
    private final Units units;
    private final Assignments assignments;
    private final Journal journal;

    UnitWork(Incidents incidents, Units units, Assignments assignments, Journal journal) {
        this.incidents = incidents;
        this.units = units;
        this.assignments = assignments;
        this.journal = journal;
    }

    /** Who ends or begins work, when it happened, and when it was entered. */
    record Act(Actor actor, Instant happenedAt, Instant at) {}

    /** The status that follows from the stages of the units on an incident. */
    static IncidentStatus following(List<Stage> stages, boolean attended) {
        var furthest = stages.stream().filter(Stage::isCurrent).max(Comparator.naturalOrder());
        return furthest.map(stage -> switch (stage) {
                    case ON_SCENE, TRANSPORTING -> IncidentStatus.ON_SCENE;
                    case EN_ROUTE -> IncidentStatus.EN_ROUTE;
                    case STACKED, ASSIGNED, ACKNOWLEDGED, CLEARED, CANCELLED -> IncidentStatus.DISPATCHED;
                })
                .orElse(attended ? IncidentStatus.ATTENDED : IncidentStatus.WAITING);
    }

    /** Lets the incident follow its units. */
    void follow(Incident incident, @Nullable Instant arrivedAt, Act act) {
        var stages = assignments.ofIncident(incident.id()).stream()
                .map(Assignment::stage)
                .toList();
        var next = following(stages, incident.attendedAt() != null || arrivedAt != null);
        if (next != incident.status()) {
            incident.requireMove(next);
        }
        incidents.follow(incident.id(), next, arrivedAt, act.at());
        journal.changed(incident);
    }

    /** The unit's work on the incident begins now. */
    int begin(Unit unit, Incident incident, Act act) {
        var entry = Entry.of(LogKind.UNIT_ASSIGNED, act.happenedAt())
                .about(unit.id())
                .with("unit", unit.callSign());
        int sequence = journal.write(incident, entry, act.actor(), act.at());
        journal.publish(new UnitAssigned(
                incident.id(),
                incident.number(),
                sequence,
                unit.id(),
                unit.callSign(),
                journal.reports(incident.id()),
                act.actor(),
                act.at()));
        follow(incident, null, act);
        return sequence;
    }

    /**
     * Ends one assignment and no other; when it was the unit's current work, the next in its stack begins.
     *
     * @return the incident with which the unit goes on
     */
    Optional<Incident> release(Held held, Assignment ended, Stage how, boolean closing, Act act) {
        var unit = held.unit(ended.unit());
        assignments.end(ended.id(), how, act.happenedAt());
        tellReleased(held.incident(ended.incident()), unit, how, closing, act);
        if (!ended.isCurrent()) {
            journal.changed(unit);
            return Optional.empty();
        }
        return goOn(held, unit, ended, act);
    }

    private void tellReleased(Incident incident, Unit unit, Stage how, boolean closing, Act act) {
        var kind = how == Stage.CANCELLED ? LogKind.UNIT_CANCELLED : LogKind.UNIT_CLEARED;
        var entry = Entry.of(kind, act.happenedAt()).about(unit.id()).with("unit", unit.callSign());
        int sequence = journal.write(incident, entry, act.actor(), act.at());
        var lastOne = assignments.ofIncident(incident.id()).isEmpty();
        // Whoever reported need not hear of each car: only that nobody is coming any more.
        var reports = lastOne && !closing ? journal.reports(incident.id()) : List.<ReportId>of();
        journal.publish(new UnitReleased(
                incident.id(),
                incident.number(),
                sequence,
                unit.id(),
                how == Stage.CANCELLED,
                reports,
                act.actor(),
                act.at()));
        if (!closing) {
            follow(incident, null, act);
        }
    }

    private Optional<Incident> goOn(Held held, Unit unit, Assignment without, Act act) {
        var next = held.nextInStack(unit.id(), without);
        if (next.isEmpty()) {
            become(unit, UnitStatus.AVAILABLE, act);
            return Optional.empty();
        }
        var incident = held.incident(next.get().incident());
        assignments.advance(next.get().id(), Stage.ASSIGNED, act.at());
        become(unit, UnitStatus.ASSIGNED, act);
        begin(unit, incident, act);
        return Optional.of(incident);
    }

    void become(Unit unit, UnitStatus status, Act act) {
        unit.requireMove(status);
        units.become(unit.id(), status, act.happenedAt(), act.at());
        journal.changed(unit);
    }
}
