package org.openbeat.app.dispatch;

import static org.openbeat.app.access.policy.Act.CHANGE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.dispatch.Locks.Held;
import org.openbeat.app.dispatch.UnitWork.Act;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitAcknowledged;
import org.openbeat.app.dispatch.events.UnitArrived;
import org.openbeat.app.dispatch.events.UnitEnRoute;
import org.openbeat.app.dispatch.events.UnitStatusChanged;
import org.openbeat.app.dispatch.events.UnitTransporting;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.unit.Assignment;
import org.openbeat.app.dispatch.unit.Assignments;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** The statuses of units, from whichever screen or phone they come. */
@Component
class UnitMoves {
    private final Incidents incidents;
    private final Assignments assignments;
    private final UnitWork work;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;

    UnitMoves(
            Incidents incidents, Assignments assignments, UnitWork work, Locks locks, Journal journal, Duties duties) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.work = work;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
    }

    Answer setStatus(Actor actor, Command.SetStatus command, Instant at) {
        var about = command.incident();
        var held = about == null ? locks.unit(command.unit()) : locks.unit(command.unit(), about);
        duties.requireSenderOrCrew(actor, command.unit());
        var act = new Act(actor, Texts.eventTime(command.happenedAt(), at), at);
        var unit = held.unit(command.unit());
        duties.require(actor, CHANGE, unit);
        requireOnDuty(unit);
        var current = held.current(unit.id());
        if (about != null && current.filter(now -> now.incident().equals(about)).isEmpty()) {
            return recordLate(held, unit, about, command.status(), act);
        }
        if (command.status().isWorking()) {
            var assignment = current.orElseThrow(
                    () -> new Refusal(Refusal.Kind.CONFLICT, "unit-has-no-work", unit.callSign(), command.status()));
            return advance(held, unit, assignment, command.status(), act);
        }
        return current.isPresent() && command.status() == UnitStatus.AVAILABLE
                ? clear(held, unit, current.get(), act)
                : stand(unit, command.status(), act);
    }

    /** Off duty is left by coming on duty, never by a status. */
    private static void requireOnDuty(Unit unit) {
        if (unit.status() == UnitStatus.OFF_DUTY) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-off-duty", unit.callSign());
        }
    }

    private Answer advance(Held held, Unit unit, Assignment assignment, UnitStatus status, Act act) {
        var incident = held.incident(assignment.incident());
        if (unit.status() == status) {
            return Answer.of(unit.id()).noting(Answer.Notice.Code.UNCHANGED, Map.of("unit", unit.callSign()));
        }
        var reachedAt = assignment.reachedAt();
        if (Stage.of(status).compareTo(assignment.stage()) < 0
                && !unit.status().mayBecome(status)
                && reachedAt != null
                && act.happenedAt().isBefore(reachedAt)) {
            return recordLate(held, unit, incident.id(), status, act);
        }
        work.become(unit, status, act);
        assignments.advance(assignment.id(), Stage.of(status), act.happenedAt());
        int entry = journal.write(incident, entry(unit, status, act), act.actor(), act.at());
        var arrived = status == UnitStatus.ON_SCENE ? act.happenedAt() : null;
        work.follow(incident, arrived, act);
        journal.publish(event(incident, entry, unit, status, act));
        return Answer.of(incident.id(), incident.number(), entry).about(unit.id());
    }

    private static Entry entry(Unit unit, UnitStatus status, Act act) {
        var kind = switch (status) {
            case ASSIGNED -> LogKind.UNIT_ASSIGNED;
            case ACKNOWLEDGED -> LogKind.UNIT_ACKNOWLEDGED;
            case EN_ROUTE -> LogKind.UNIT_EN_ROUTE;
            case ON_SCENE -> LogKind.UNIT_ON_SCENE;
            case TRANSPORTING -> LogKind.UNIT_TRANSPORTING;
            case AVAILABLE, ON_BREAK, UNAVAILABLE, OFF_DUTY -> LogKind.UNIT_CLEARED;
        };
        return Entry.of(kind, act.happenedAt()).about(unit.id()).with("unit", unit.callSign());
    }

    private Recordable event(Incident incident, int entry, Unit unit, UnitStatus status, Act act) {
        var id = incident.id();
        var number = incident.number();
        var happenedAt = act.happenedAt();
        return switch (status) {
            case ACKNOWLEDGED -> new UnitAcknowledged(id, number, entry, unit.id(), happenedAt, act.actor(), act.at());
            case EN_ROUTE ->
                new UnitEnRoute(id, number, entry, unit.id(), happenedAt, reports(id), act.actor(), act.at());
            case ON_SCENE ->
                new UnitArrived(id, number, entry, unit.id(), happenedAt, reports(id), act.actor(), act.at());
            case TRANSPORTING -> new UnitTransporting(id, number, entry, unit.id(), happenedAt, act.actor(), act.at());
            case ASSIGNED, AVAILABLE, ON_BREAK, UNAVAILABLE, OFF_DUTY ->
                new UnitStatusChanged(
                        unit.id(), unit.status().name(), status.name(), happenedAt, act.actor(), act.at());
        };
    }

    private List<ReportId> reports(IncidentId incident) {
        return journal.reports(incident);
    }

    private Answer clear(Held held, Unit unit, Assignment current, Act act) {
        var incident = held.incident(current.incident());
        var next = work.release(held, current, Stage.CLEARED, false, act);
        var answer = new Answer(incident.id(), incident.number(), unit.id(), null, null, List.of(), false);
        return next.map(after -> answer.noting(Answer.Notice.Code.NEXT_IN_STACK, Map.of("incident", after.number())))
                .orElse(answer);
    }

    private Answer stand(Unit unit, UnitStatus status, Act act) {
        if (unit.status() == status) {
            return Answer.of(unit.id()).noting(Answer.Notice.Code.UNCHANGED, Map.of("unit", unit.callSign()));
        }
        if (status == UnitStatus.OFF_DUTY) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-signs-off", unit.callSign());
        }
        work.become(unit, status, act);
        journal.publish(new UnitStatusChanged(
                unit.id(), unit.status().name(), status.name(), act.happenedAt(), act.actor(), act.at()));
        return Answer.of(unit.id());
    }

    /**
     * A phone was offline and its message is older than what is known, or is about work that has ended: it is written
     * down with its own time, and the status stays.
     */
    private Answer recordLate(Held held, Unit unit, IncidentId about, UnitStatus status, Act act) {
        var incident = held.incident(about);
        var assignment = assignments
                .newest(unit.id(), about)
                .orElseThrow(() ->
                        new Refusal(Refusal.Kind.CONFLICT, "unit-not-on-incident", unit.callSign(), incident.number()));
        if (assignment.stage() == Stage.STACKED) {
            throw new Refusal(Refusal.Kind.CONFLICT, "work-not-begun", unit.callSign(), incident.number());
        }
        if (status.isWorking()) {
            assignments.recordLate(assignment.id(), Stage.of(status), act.happenedAt());
        }
        incidents.touch(incident.id(), act.at());
        var entry = Entry.of(LogKind.UNIT_LATE, act.happenedAt())
                .about(unit.id())
                .with("unit", unit.callSign())
                .with("status", status);
        int sequence = journal.writeChange(incident, entry, act.actor(), act.at());
        return Answer.of(incident.id(), incident.number(), sequence)
                .about(unit.id())
                .noting(Answer.Notice.Code.RECORDED_LATE, Map.of("unit", unit.callSign()));
    }
}
