package org.openbeat.app.dispatch;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openbeat.app.dispatch.Locks.Held;
import org.openbeat.app.dispatch.UnitWork.Act;
import org.openbeat.app.dispatch.events.IncidentClosed;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.IncidentJoined;
import org.openbeat.app.dispatch.events.IncidentReopened;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.unit.Assignments;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.volunteer.VolunteerDesks;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Closing, joining and reopening incidents. */
@Component
class IncidentEndings {
    static final String DUPLICATE = "duplicate";
    private static final Duration LONGEST_TIMER = Duration.ofDays(2);

    private final Incidents incidents;
    private final Assignments assignments;
    private final Codes codes;
    private final UnitWork work;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;
    private final VolunteerDesks desks;

    IncidentEndings(
            Incidents incidents,
            Assignments assignments,
            Codes codes,
            UnitWork work,
            Locks locks,
            Journal journal,
            Duties duties,
            VolunteerDesks desks) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.codes = codes;
        this.work = work;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
        this.desks = desks;
    }

    Answer close(Actor actor, Command.Close command, Instant at) {
        duties.requireRoomOrCrew(actor);
        var held = locks.incidentWithUnits(command.incident());
        var incident = held.incident(command.incident());
        requireCloser(actor, held, incident);
        incident.requireMove(IncidentStatus.CLOSED);
        var act = new Act(actor, Texts.eventTime(command.happenedAt(), at), at);
        var released = releaseAll(held, incident, act);
        var entry = Entry.of(LogKind.CLOSED, act.happenedAt()).with("disposition", command.disposition());
        var note = command.note();
        if (note != null && !note.isBlank()) {
            entry = entry.saying(Texts.require(note, CallTaking.LONGEST_TEXT));
        }
        int sequence = finish(incident, command.disposition(), entry, act);
        var answer = Answer.of(incident.id(), incident.number(), sequence).at(incident.version() + 1);
        return released.isEmpty()
                ? answer
                : answer.noting(Answer.Notice.Code.UNITS_RELEASED, Map.of("units", String.join(", ", released)));
    }

    /** A crew closes what it alone is on; the room closes what it sees. */
    private void requireCloser(Actor actor, Held held, Incident incident) {
        if (duties.isRoom(actor)) {
            duties.requireSight(actor, incident);
            return;
        }
        var onIt = held.work().stream()
                .filter(assignment -> assignment.incident().equals(incident.id()))
                .toList();
        if (onIt.stream().noneMatch(mine -> mine.isCurrent() && duties.isCrew(actor, mine.unit()))) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "crew-not-on-incident", incident.number());
        }
        if (onIt.size() > 1) {
            throw new Refusal(Refusal.Kind.CONFLICT, "others-on-incident", incident.number());
        }
    }

    private List<String> releaseAll(Held held, Incident incident, Act act) {
        var released = new ArrayList<String>();
        for (var assignment : held.work()) {
            if (assignment.incident().equals(incident.id())) {
                var how = assignment.stage().compareTo(Stage.ON_SCENE) >= 0 ? Stage.CLEARED : Stage.CANCELLED;
                work.release(held, assignment, how, true, act);
                released.add(held.unit(assignment.unit()).callSign());
            }
        }
        return released;
    }

    private int finish(Incident incident, String disposition, Entry entry, Act act) {
        var outcome = codes.publicOutcomeOf(disposition)
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "disposition-unknown", disposition));
        incidents.close(incident.id(), disposition, act.at());
        desks.closeAll(incident.id(), act.at());
        int sequence = journal.write(incident, entry, act.actor(), act.at());
        journal.publish(new IncidentClosed(
                incident.id(),
                incident.number(),
                sequence,
                incident.agency(),
                incident.type(),
                incident.location().beat(),
                disposition,
                outcome,
                entry.kind() == LogKind.CLOSED_BY_TIMER,
                journal.reports(incident.id()),
                act.actor(),
                act.at()));
        return sequence;
    }

    Answer closeLater(Actor actor, Command.CloseLater command, Instant at) {
        duties.requireRoom(actor);
        var incident = locks.incident(command.incident());
        duties.requireSight(actor, incident);
        incident.requireOpen();
        if (codes.publicOutcomeOf(command.disposition()).isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "disposition-unknown", command.disposition());
        }
        if (command.after().isNegative() || command.after().compareTo(LONGEST_TIMER) > 0) {
            throw new Refusal(Refusal.Kind.INVALID, "timer-too-long");
        }
        requireNoUnits(incident);
        var due = at.plus(command.after());
        incidents.armClose(incident.id(), command.disposition(), due, at);
        var entry = Entry.of(LogKind.CLOSE_ARMED, at).with("due", due).with("disposition", command.disposition());
        return Answer.of(incident.id(), incident.number(), journal.writeChange(incident, entry, actor, at))
                .at(incident.version() + 1);
    }

    private void requireNoUnits(Incident incident) {
        if (!assignments.ofIncident(incident.id()).isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "incident-has-units", incident.number());
        }
    }

    /** Closes what is due, unless it was disarmed meanwhile; the log and the ledger say that the timer did it. */
    void closeByTimer(IncidentId id, Instant at) {
        var incident = locks.incident(id);
        var due = incident.closeDueAt();
        if (!incident.status().isOpen() || due == null || due.isAfter(at)) {
            return;
        }
        var disposition = incidents.armedDisposition(id).orElseThrow();
        var entry = Entry.of(LogKind.CLOSED_BY_TIMER, at).with("disposition", disposition);
        finish(incident, disposition, entry, new Act(Actor.SYSTEM, at, at));
    }

    Answer reopen(Actor actor, Command.Reopen command, Instant at) {
        duties.requireRoom(actor);
        var reason = Texts.require(command.reason(), 500);
        var incident = locks.incident(command.incident());
        duties.requireSight(actor, incident);
        if (incident.status().isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "incident-open-already", incident.number());
        }
        incidents.reopen(incident.id(), at);
        var entry = Entry.of(LogKind.REOPENED, at).saying(reason);
        int sequence = journal.write(incident, entry, actor, at);
        journal.publish(new IncidentReopened(
                incident.id(), incident.number(), sequence, journal.reports(incident.id()), actor, at));
        return Answer.of(incident.id(), incident.number(), sequence).at(incident.version() + 1);
    }

    /** Whatever order incidents are joined in, each duplicate names the one that goes on. */
    Answer join(Actor actor, Command.Join command, Instant at) {
        duties.requireRoom(actor);
        incidents.lockJoining();
        var authoritative = authoritative(command.original());
        if (authoritative.equals(command.incident())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "incident-joined-in-a-ring");
        }
        var ids = new ArrayList<>(incidents.duplicates(command.incident()));
        ids.add(command.incident());
        ids.add(authoritative);
        var held = locks.incidents(ids).values().stream().collect(Collectors.toMap(Incident::id, each -> each));
        var duplicate = requireNonNull(held.get(command.incident()));
        var original = requireNonNull(held.get(authoritative));
        duties.requireSight(actor, duplicate);
        duties.requireSight(actor, original);
        requireNoUnits(duplicate);
        return joined(duplicate, original, new Act(actor, at, at));
    }

    private IncidentId authoritative(IncidentId original) {
        var incident =
                incidents.find(original).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found"));
        var further = incident.duplicateOf();
        return further == null ? original : further;
    }

    private Answer joined(Incident duplicate, Incident original, Act act) {
        incidents.join(duplicate.id(), original.id(), act.at());
        if (duplicate.status().isOpen()) {
            incidents.close(duplicate.id(), DUPLICATE, act.at());
            desks.closeAll(duplicate.id(), act.at());
        }
        incidents.touch(original.id(), act.at());
        int sequence = journal.write(
                duplicate,
                Entry.of(LogKind.JOINED_TO, act.at()).with("incident", original.number()),
                act.actor(),
                act.at());
        journal.write(
                original,
                Entry.of(LogKind.JOINED_BY, act.at()).with("incident", duplicate.number()),
                act.actor(),
                act.at());
        journal.publish(
                new IncidentJoined(duplicate.id(), duplicate.number(), sequence, original.id(), act.actor(), act.at()));
        return Answer.of(duplicate.id(), duplicate.number(), sequence);
    }
}
