package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.NamedPeople;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.dispatch.events.IncidentChanged;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.IncidentSharing;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Changes to an incident that leave its status as it is. */
@Component
class IncidentEdits {
    private final Incidents incidents;
    private final IncidentSharing sharing;
    private final IncidentLog log;
    private final Codes codes;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;
    private final NamedPeople people;

    IncidentEdits(
            Incidents incidents,
            IncidentSharing sharing,
            IncidentLog log,
            Codes codes,
            Locks locks,
            Journal journal,
            Duties duties,
            NamedPeople people) {
        this.incidents = incidents;
        this.sharing = sharing;
        this.log = log;
        this.codes = codes;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
        this.people = people;
    }

    /** The room may write on what it sees; a crew on what it was sent to. */
    Answer note(Actor actor, Command.Note command, Instant at) {
        duties.requireRoomOrCrew(actor);
        var text = Texts.require(command.text(), CallTaking.LONGEST_TEXT);
        var incident = locks.incident(command.incident());
        duties.require(actor, Act.CHANGE, incident);
        incidents.touch(incident.id(), at);
        var entry = Entry.of(LogKind.NOTE, Texts.eventTime(command.happenedAt(), at))
                .saying(text);
        return changed(incident, journal.writeChange(incident, entry, actor, at));
    }

    Answer strike(Actor actor, Command.Strike command, Instant at) {
        duties.requireRoom(actor);
        var reason = Texts.require(command.reason(), 500);
        var incident = seen(actor, command.incident());
        if (!log.hasNote(incident.id(), command.sequence())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "entry-not-strikable", command.sequence());
        }
        if (!log.strike(incident.id(), command.sequence(), reason, actor, at)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "entry-struck-already", command.sequence());
        }
        incidents.touch(incident.id(), at);
        journal.changed(incident);
        journal.publish(new IncidentChanged(
                incident.id(),
                incident.number(),
                command.sequence(),
                "STRUCK",
                Map.of("entry", Integer.toString(command.sequence())),
                actor,
                at));
        return changed(incident, command.sequence());
    }

    Answer reclassify(Actor actor, Command.Reclassify command, Instant at) {
        duties.requireRoom(actor);
        var typePriority = codes.priorityOf(command.type())
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "incident-type-unknown", command.type()));
        var incident = editable(actor, command.incident());
        incident.requireVersion(command.expectedVersion());
        var priority = command.priority() == null ? typePriority : command.priority();
        incidents.classify(incident.id(), command.type(), priority, at);
        var entry = Entry.of(LogKind.TYPE, at)
                .with("from", incident.type())
                .with("to", command.type())
                .with("priorityFrom", incident.priority())
                .with("priorityTo", priority);
        return changed(incident, journal.writeChange(incident, entry, actor, at));
    }

    Answer prioritise(Actor actor, Command.Prioritise command, Instant at) {
        duties.requireRoom(actor);
        var incident = editable(actor, command.incident());
        incident.requireVersion(command.expectedVersion());
        incidents.classify(incident.id(), incident.type(), command.priority(), at);
        var entry =
                Entry.of(LogKind.PRIORITY, at).with("from", incident.priority()).with("to", command.priority());
        return changed(incident, journal.writeChange(incident, entry, actor, at));
    }

    Answer relocate(Actor actor, Command.Relocate command, Location to, Instant at) {
        duties.requireRoom(actor);
        var incident = editable(actor, command.incident());
        incident.requireVersion(command.expectedVersion());
        incidents.relocate(incident.id(), to, at);
        var entry = Entry.of(LogKind.LOCATION, at)
                .with("from", incident.location().text())
                .with("to", to.text())
                .with("trust", to.trust());
        return changed(incident, journal.writeChange(incident, entry, actor, at));
    }

    Answer confirmLocation(Actor actor, Command.ConfirmLocation command, Instant at) {
        duties.requireRoom(actor);
        var incident = editable(actor, command.incident());
        incidents.relocate(incident.id(), incident.location().confirm(), at);
        var entry = Entry.of(LogKind.LOCATION_CONFIRMED, at)
                .with("was", incident.location().trust());
        return changed(incident, journal.writeChange(incident, entry, actor, at));
    }

    Answer handOver(Actor actor, Command.HandOver command, Instant at) {
        duties.requireRoom(actor);
        var incident = editable(actor, command.incident());
        duties.require(actor, Act.HAND_OVER, incident);
        duties.requireAgency(command.agency());
        sharing.handOver(incident.id(), command.agency(), keepsReading(command), at);
        var entry = Entry.of(LogKind.AGENCY, at)
                .with("from", incident.agency())
                .with("to", command.agency())
                .with("keepsReading", keepsReading(command))
                .saying(Texts.require(command.reason(), 500));
        return changed(incident, journal.writeChange(incident, entry, actor, at));
    }

    /** Whether one's own agency goes on reading is said by whoever hands over, never assumed. */
    private static boolean keepsReading(Command.HandOver command) {
        var keeps = command.keepReading();
        if (keeps == null) {
            throw new Refusal(Refusal.Kind.INVALID, "hand-over-choice-missing");
        }
        return keeps;
    }

    /** Limits it to people of the organisation, whose head is always one of them: someone must be able to lift it. */
    Answer restrict(Actor actor, Command.Restrict command, Instant at) {
        duties.requireRoom(actor);
        var incident = seen(actor, command.incident());
        duties.require(actor, Act.RESTRICT, incident);
        var reason = Texts.require(command.reason(), 500);
        var named = named(actor, incident, command);
        sharing.restrict(incident.id(), named, at);
        var entry = Entry.of(named == null ? LogKind.RESTRICTION_LIFTED : LogKind.RESTRICTED, at)
                .with("people", named == null ? 0 : named.size())
                .saying(reason);
        return changed(incident, journal.writeChange(incident, entry, actor, at));
    }

    private @Nullable Set<String> named(Actor actor, Incident incident, Command.Restrict command) {
        var names = command.named();
        return names == null ? null : people.named(actor, incident.agency(), names);
    }

    private Incident seen(Actor actor, IncidentId id) {
        var incident = locks.incident(id);
        duties.requireSight(actor, incident);
        return incident;
    }

    private Incident editable(Actor actor, IncidentId id) {
        var incident = seen(actor, id);
        incident.requireOpen();
        return incident;
    }

    private static Answer changed(Incident incident, int entry) {
        return Answer.of(incident.id(), incident.number(), entry).at(incident.version() + 1);
    }
}
