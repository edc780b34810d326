package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.dispatch.continuity.CardNumbers;
import org.openbeat.app.dispatch.continuity.Cards;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.unit.Assignments;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Enters what was written on cards while the system was out. What happened keeps the time that stands on the card, and
 * beside it stands when it was typed in; a call that still waits has waited since it came.
 */
@Component
class CardEntries {
    private final Cards cards;
    private final CardNumbers numbers;
    private final CallTaking callTaking;
    private final IncidentEndings endings;
    private final Incidents incidents;
    private final Assignments assignments;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;
    private final Identifiers identifiers;

    CardEntries(
            Cards cards,
            CardNumbers numbers,
            CallTaking callTaking,
            IncidentEndings endings,
            Incidents incidents,
            Assignments assignments,
            Locks locks,
            Journal journal,
            Duties duties,
            Identifiers identifiers) {
        this.cards = cards;
        this.numbers = numbers;
        this.callTaking = callTaking;
        this.endings = endings;
        this.incidents = incidents;
        this.assignments = assignments;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
        this.identifiers = identifiers;
    }

    Answer enter(Actor actor, Command.EnterCard command, Location location, Instant at) {
        duties.requireRoom(actor);
        var agency = requireNumber(actor, command);
        var happenedAt = Texts.eventTime(command.call().receivedAt(), at);
        var response = command.response();
        var unit = response == null ? null : unit(actor, response, happenedAt, at);
        var taken = callTaking.take(actor, command.call(), location, at);
        var incident = locks.incident(taken.incident());
        numbers.found(agency, command.card(), actor, at);
        cards.enter(identifiers.next(), agency, command.card(), incident.id(), happenedAt, actor, at);
        if (!taken.joined()) {
            incidents.cameAt(incident.id(), happenedAt);
        }
        var entry = Entry.of(LogKind.CARD, happenedAt).with("card", command.card());
        int sequence = journal.writeChange(incident, entry, actor, at);
        if (response != null && unit != null) {
            respond(actor, incident, unit, response, at);
        }
        var disposition = command.disposition();
        if (disposition != null) {
            endings.close(actor, new Command.Close(incident.id(), disposition, null), at);
        }
        return Answer.of(incident.id(), incident.number(), sequence);
    }

    /** A number that was entered before is most likely a card that two people hold for theirs. */
    private AgencyId requireNumber(Actor actor, Command.EnterCard command) {
        var agency = actor.agency();
        if (agency == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        numbers.requirePlausible(agency, command.card());
        cards.lock(agency);
        var earlier = cards.entries(agency, command.card());
        if (!earlier.isEmpty() && !command.again()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "card-entered-already",
                    command.card(),
                    earlier.getFirst().number());
        }
        return agency;
    }

    private Unit unit(Actor actor, CardResponse response, Instant receivedAt, Instant at) {
        var times = Stream.of(receivedAt, response.sentAt(), response.arrivedAt(), response.clearedAt(), at)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 1; i < times.size(); i++) {
            if (times.get(i).isBefore(times.get(i - 1))) {
                throw new Refusal(Refusal.Kind.INVALID, "card-times-out-of-order");
            }
        }
        var unit = locks.unit(response.unit()).unit(response.unit());
        duties.require(actor, Act.SEND, unit);
        return unit;
    }

    private void respond(Actor actor, Incident incident, Unit unit, CardResponse response, Instant at) {
        var id = identifiers.next();
        assignments.add(id, incident.id(), unit.id(), Stage.STACKED, Integer.MAX_VALUE, actor.id(), response.sentAt());
        assignments.recordLate(id, Stage.ASSIGNED, response.sentAt());
        write(actor, incident, unit, LogKind.UNIT_ASSIGNED, response.sentAt(), at);
        incidents.follow(incident.id(), IncidentStatus.DISPATCHED, null, response.sentAt());
        var arrived = response.arrivedAt();
        if (arrived != null) {
            assignments.recordLate(id, Stage.ON_SCENE, arrived);
            write(actor, incident, unit, LogKind.UNIT_ON_SCENE, arrived, at);
        }
        assignments.end(id, arrived == null ? Stage.CANCELLED : Stage.CLEARED, response.clearedAt());
        var left = arrived == null ? LogKind.UNIT_CANCELLED : LogKind.UNIT_CLEARED;
        write(actor, incident, unit, left, response.clearedAt(), at);
        incidents.follow(
                incident.id(),
                arrived == null ? IncidentStatus.WAITING : IncidentStatus.ATTENDED,
                arrived,
                response.clearedAt());
    }

    private void write(Actor actor, Incident incident, Unit unit, LogKind kind, Instant happenedAt, Instant at) {
        var entry = Entry.of(kind, happenedAt).about(unit.id()).with("unit", unit.callSign());
        journal.writeChange(incident, entry, actor, at);
    }
}
