package org.openbeat.app.dispatch;

import static org.openbeat.app.access.policy.Act.SEND;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.dispatch.Locks.Held;
import org.openbeat.app.dispatch.UnitWork.Act;
import org.openbeat.app.dispatch.events.UnitStacked;
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
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Sending units and calling them off. */
@Component
class Dispatching {
    private final Incidents incidents;
    private final Assignments assignments;
    private final Claims claims;
    private final UnitWork work;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;
    private final Identifiers identifiers;

    Dispatching(
            Incidents incidents,
            Assignments assignments,
            Claims claims,
            UnitWork work,
            Locks locks,
            Journal journal,
            Duties duties,
            Identifiers identifiers) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.claims = claims;
        this.work = work;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
        this.identifiers = identifiers;
    }

    Answer assign(Actor actor, Command.Assign command, Recheck recheck, Instant at) {
        duties.requireSender(actor);
        var held = locks.unit(command.unit(), command.incident());
        var incident = held.incident(command.incident());
        var unit = held.unit(command.unit());
        duties.require(actor, SEND, incident);
        duties.require(actor, SEND, unit);
        incident.requireOpen();
        incident.requireSureLocation();
        var act = new Act(actor, at, at);
        var standing = held.on(unit.id(), incident.id());
        if (standing.isPresent() && (standing.get().isCurrent() || command.manner() == Manner.STACK)) {
            return Answer.of(unit.id()).noting(Answer.Notice.Code.UNCHANGED, Map.of("unit", unit.callSign()));
        }
        claims.takeToSend(actor, incident, at);
        disarm(incident, at);
        var current = held.current(unit.id());
        int entry = current.isEmpty()
                ? sendFree(incident, unit, command, recheck, act)
                : sendBusy(held, current.get(), command, recheck, act);
        tellOther(incident, unit, recheck, act);
        return recheck.tell(Answer.of(incident.id(), incident.number(), entry).about(unit.id()));
    }

    /** The log keeps who was chosen beside who was recommended. */
    private void tellOther(Incident incident, Unit unit, Recheck recheck, Act act) {
        if (!recheck.recommended().isEmpty()) {
            var entry = Entry.of(LogKind.OTHER_CHOSEN, act.happenedAt())
                    .about(unit.id())
                    .with("unit", unit.callSign())
                    .with("recommended", String.join(", ", recheck.recommended()));
            journal.write(incident, entry, act.actor(), act.at());
        }
    }

    /** Whoever sent another unit than the one recommended says why; that the unit goes does not depend on it. */
    Answer explain(Actor actor, Command.ExplainChoice command, Instant at) {
        duties.requireSender(actor);
        var held = locks.unit(command.unit(), command.incident());
        var incident = held.incident(command.incident());
        duties.require(actor, SEND, incident);
        var unit = held.unit(command.unit());
        if (assignments.newest(unit.id(), incident.id()).isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-not-on-incident", unit.callSign(), incident.number());
        }
        var entry = Entry.of(LogKind.CHOICE_EXPLAINED, at)
                .about(unit.id())
                .with("unit", unit.callSign())
                .with("reason", command.reason());
        int sequence = journal.writeChange(incident, entry, actor, at);
        return Answer.of(incident.id(), incident.number(), sequence).about(unit.id());
    }

    /** A closing that was armed when nobody was expected to come must not end an incident to which someone is sent. */
    private void disarm(Incident incident, Instant at) {
        if (incident.closeDueAt() != null) {
            incidents.armClose(incident.id(), null, null, at);
            journal.write(incident, Entry.of(LogKind.CLOSE_DISARMED, at), Actor.SYSTEM, at);
        }
    }

    private int sendFree(Incident incident, Unit unit, Command.Assign command, Recheck recheck, Act act) {
        requireSendable(unit, recheck, command.confirmed(), act.at());
        add(incident, unit, Stage.ASSIGNED, 0, recheck, act);
        work.become(unit, UnitStatus.ASSIGNED, act);
        return work.begin(unit, incident, act);
    }

    private static void requireSendable(Unit unit, Recheck recheck, boolean confirmed, Instant now) {
        var sendability = unit.sendability(now);
        if (sendability == UnitStatus.Sendability.UNAVAILABLE) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-unavailable", unit.callSign(), unit.status());
        }
        if ((sendability == UnitStatus.Sendability.INFORM || !recheck.onDuty()) && !confirmed) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-ask-first", unit.callSign(), unit.status());
        }
    }

    private int sendBusy(Held held, Assignment current, Command.Assign command, Recheck recheck, Act act) {
        var unit = held.unit(command.unit());
        var incident = held.incident(command.incident());
        return switch (command.manner()) {
            case NOW ->
                throw new Refusal(
                        Refusal.Kind.CONFLICT,
                        "unit-busy",
                        unit.callSign(),
                        held.incident(current.incident()).number());
            case STACK -> stack(held, unit, incident, recheck, act);
            case PREEMPT -> {
                requireSendable(unit, recheck, command.confirmed(), act.at());
                yield preempt(held, unit, current, incident, recheck, act);
            }
        };
    }

    private int stack(Held held, Unit unit, Incident incident, Recheck recheck, Act act) {
        add(incident, unit, Stage.STACKED, held.lastPlace(unit.id()), recheck, act);
        incidents.touch(incident.id(), act.at());
        journal.changed(unit);
        return tellStacked(unit, incident, false, act);
    }

    private int tellStacked(Unit unit, Incident incident, boolean preempted, Act act) {
        var kind = preempted ? LogKind.UNIT_PREEMPTED : LogKind.UNIT_STACKED;
        var entry = Entry.of(kind, act.at()).about(unit.id()).with("unit", unit.callSign());
        int sequence = journal.write(incident, entry, act.actor(), act.at());
        journal.publish(new UnitStacked(
                incident.id(), incident.number(), sequence, unit.id(), preempted, act.actor(), act.at()));
        return sequence;
    }

    /** The first work goes to the front of the unit's stack: it stays on its screen and comes next. */
    private int preempt(Held held, Unit unit, Assignment current, Incident incident, Recheck recheck, Act act) {
        var left = held.incident(current.incident());
        assignments.stackAgain(current.id(), held.firstPlace(unit.id()));
        tellStacked(unit, left, true, act);
        work.follow(left, null, act);
        var standing = held.on(unit.id(), incident.id());
        if (standing.isPresent()) {
            assignments.advance(standing.get().id(), Stage.ASSIGNED, act.at());
        } else {
            add(incident, unit, Stage.ASSIGNED, 0, recheck, act);
        }
        work.become(unit, UnitStatus.ASSIGNED, act);
        return work.begin(unit, incident, act);
    }

    private void add(Incident incident, Unit unit, Stage stage, int place, Recheck recheck, Act act) {
        var id = identifiers.next();
        assignments.add(id, incident.id(), unit.id(), stage, place, act.actor().id(), act.at());
        recheck.estimate()
                .ifPresent(time -> assignments.estimate(id, time.duration().toSeconds(), time.isByRoad()));
    }

    /** Calls one unit off one incident; whoever else is on it, and whatever else the unit has, stays. */
    Answer cancel(Actor actor, Command.CancelUnit command, Instant at) {
        duties.requireSender(actor);
        var held = locks.unit(command.unit(), command.incident());
        var incident = held.incident(command.incident());
        duties.require(actor, SEND, incident);
        var unit = held.unit(command.unit());
        var assignment = held.on(unit.id(), incident.id())
                .orElseThrow(() ->
                        new Refusal(Refusal.Kind.CONFLICT, "unit-not-on-incident", unit.callSign(), incident.number()));
        var next = work.release(held, assignment, Stage.CANCELLED, false, new Act(actor, at, at));
        var answer = Answer.of(unit.id());
        return next.map(incidentAfter ->
                        answer.noting(Answer.Notice.Code.NEXT_IN_STACK, Map.of("incident", incidentAfter.number())))
                .orElse(answer);
    }
}
