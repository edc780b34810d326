package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.incident.Claim;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who has an incident in hand. Whoever sends the first unit has it; a second person sends none before taking it over, so
 * that nobody is sent twice because two people saw the same call.
 */
@Component
class Claims {
    private final Incidents incidents;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;

    Claims(Incidents incidents, Locks locks, Journal journal, Duties duties) {
        this.incidents = incidents;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
    }

    Answer claim(Actor actor, Command.Claim command, Instant at) {
        duties.requireRoom(actor);
        var incident = locks.incident(command.incident());
        duties.requireSight(actor, incident);
        incident.requireOpen();
        var held = incident.claim();
        if (held != null && held.isOf(actor)) {
            return new Answer(incident.id(), incident.number(), null, null, incident.version(), List.of(), false);
        }
        if (held != null && !command.takeOver()) {
            throw heldBy(incident, held);
        }
        incidents.claim(incident.id(), Claim.of(actor, at), at);
        return told(incident, held == null ? LogKind.CLAIMED : LogKind.TAKEN_OVER, held, actor, at);
    }

    Answer release(Actor actor, Command.Unclaim command, Instant at) {
        duties.requireRoom(actor);
        var incident = locks.incident(command.incident());
        duties.requireSight(actor, incident);
        var held = incident.claim();
        if (held == null || !held.isOf(actor)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "incident-not-in-hand", incident.number());
        }
        incidents.claim(incident.id(), null, at);
        return told(incident, LogKind.UNCLAIMED, null, actor, at);
    }

    private Answer told(Incident incident, LogKind kind, @Nullable Claim before, Actor actor, Instant at) {
        var entry = Entry.of(kind, at);
        var told = before == null ? entry : entry.with("before", before.name());
        return Answer.of(incident.id(), incident.number(), journal.writeChange(incident, told, actor, at))
                .at(incident.version() + 1);
    }

    /** Before a unit is sent: refuses when someone else has the incident, and gives it to whoever sends the first. */
    void takeToSend(Actor actor, Incident incident, Instant at) {
        var held = incident.claim();
        if (actor.kind() != Actor.Kind.STAFF) {
            return;
        }
        if (held == null) {
            incidents.claim(incident.id(), Claim.of(actor, at), at);
        } else if (!held.isOf(actor)) {
            throw heldBy(incident, held);
        }
    }

    private static Refusal heldBy(Incident incident, Claim held) {
        return new Refusal(Refusal.Kind.CONFLICT, "incident-in-hand", incident.number(), held.name());
    }
}
