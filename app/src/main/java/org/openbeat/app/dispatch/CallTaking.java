package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.Optional;
import org.openbeat.app.desk.spi.UrgentReports;
import org.openbeat.app.dispatch.events.CallJoined;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.IncidentOpened;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.IncidentSharing;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** From a call or an urgent report to an incident. */
@Component
class CallTaking implements UrgentReports {
    private static final String TYPE_OF_LAST_RESORT = "other";
    static final int LONGEST_TEXT = 4000;

    private final Incidents incidents;
    private final IncidentSharing sharing;
    private final Calls calls;
    private final Codes codes;
    private final Gazetteer gazetteer;
    private final Journal journal;
    private final Locks locks;
    private final Duties duties;
    private final Identifiers identifiers;
    private final OpenbeatSettings settings;

    CallTaking(
            Incidents incidents,
            IncidentSharing sharing,
            Calls calls,
            Codes codes,
            Gazetteer gazetteer,
            Journal journal,
            Locks locks,
            Duties duties,
            Identifiers identifiers,
            OpenbeatSettings settings) {
        this.incidents = incidents;
        this.sharing = sharing;
        this.calls = calls;
        this.codes = codes;
        this.gazetteer = gazetteer;
        this.journal = journal;
        this.locks = locks;
        this.duties = duties;
        this.identifiers = identifiers;
        this.settings = settings;
    }

    /** Outside the transaction: looking a place up must hold no lock. */
    Location locate(NewCall call) {
        return gazetteer.locate(Texts.require(call.locationText(), 300), call.point(), call.trust());
    }

    TakenCall take(Actor actor, NewCall call, Location location, Instant at) {
        duties.requireRoom(actor);
        Texts.requireAtMost(call.notes(), LONGEST_TEXT);
        var happenedAt = Texts.eventTime(call.receivedAt(), at);
        var joins = call.joins();
        return joins == null ? open(actor, call, location, happenedAt, at) : join(actor, call, joins, happenedAt, at);
    }

    /** A call that a partner's control room tells; a type or a clock that means nothing here is no reason to lose it. */
    TakenCall refer(Actor partner, NewCall call, Optional<IncidentId> earlier, Location location, Instant at) {
        var known = codes.priorityOf(call.type()).isPresent() ? call : call.ofType(TYPE_OF_LAST_RESORT);
        return earlier.isPresent()
                ? add(partner, known, locks.incident(authoritative(earlier.get())), at, at)
                : open(partner, known, location, at, at);
    }

    private IncidentId authoritative(IncidentId id) {
        return incidents
                .find(id)
                .map(incident -> incident.duplicateOf() == null ? id : incident.duplicateOf())
                .orElse(id);
    }

    private TakenCall open(Actor actor, NewCall call, Location location, Instant happenedAt, Instant at) {
        var typePriority = codes.priorityOf(call.type())
                .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "incident-type-unknown", call.type()));
        var priority = call.priority() == null ? typePriority : call.priority();
        var incident = incidents.add(new Incidents.NewIncident(
                new IncidentId(identifiers.next()),
                responsible(actor, call),
                actor.agency(),
                call.type(),
                priority,
                call.notes().strip(),
                location,
                settings.zone(),
                at));
        calls.add(identifiers.next(), incident.id(), call, actor, happenedAt, at);
        announce(incident, Entry.of(LogKind.OPENED, happenedAt).saying(call.notes()), actor, at);
        return taken(incident, false);
    }

    private AgencyId responsible(Actor actor, NewCall call) {
        var named = call.agency();
        if (named != null) {
            duties.requireAgency(named);
            return named;
        }
        var own = actor.agency();
        if (own == null) {
            throw new Refusal(Refusal.Kind.INVALID, "agency-missing");
        }
        return own;
    }

    private TakenCall join(Actor actor, NewCall call, IncidentId joins, Instant happenedAt, Instant at) {
        var incident = locks.incident(joins);
        duties.requireSight(actor, incident);
        return add(actor, call, incident, happenedAt, at);
    }

    private TakenCall add(Actor actor, NewCall call, Incident incident, Instant happenedAt, Instant at) {
        incident.requireOpen();
        var id = identifiers.next();
        calls.add(id, incident.id(), call, actor, happenedAt, at);
        incidents.touch(incident.id(), at);
        int entry = journal.write(incident, Entry.of(LogKind.CALL, happenedAt).saying(call.notes()), actor, at);
        journal.publish(new CallJoined(incident.id(), incident.number(), entry, id.toString(), actor, at));
        return taken(incident, true);
    }

    private TakenCall taken(Incident incident, boolean joined) {
        return new TakenCall(
                incident.id(),
                incident.number(),
                joined,
                incident.priority(),
                incident.location().trust(),
                sharing.agencies(incident.id()),
                false);
    }

    /** A report must become an incident whatever its category says; a type that we do not have is no reason to lose it. */
    @Override
    public void open(UrgentReport report, Actor actor, Instant at) {
        var type = codes.priorityOf(report.incidentType()).isPresent() ? report.incidentType() : TYPE_OF_LAST_RESORT;
        var trust = report.approximate() ? LocationTrust.APPROXIMATE : LocationTrust.EXACT;
        var incident = incidents.add(new Incidents.NewIncident(
                new IncidentId(identifiers.next()),
                report.agency(),
                actor.agency(),
                type,
                new Priority(Math.clamp(report.priority(), 1, 4)),
                Texts.shortened(report.summary(), LONGEST_TEXT),
                new Location(report.locationText(), report.point(), trust, report.beat()),
                settings.zone(),
                at));
        incidents.addReport(incident.id(), report.report(), report.reference());
        var entry = Entry.of(LogKind.REPORT, at)
                .with("reference", report.reference().value())
                .saying(Texts.shortened(report.summary(), LONGEST_TEXT));
        announce(incident, entry, actor, at);
    }

    private void announce(Incident incident, Entry entry, Actor actor, Instant at) {
        int sequence = journal.write(incident, entry, actor, at);
        journal.publish(new IncidentOpened(
                incident.id(),
                incident.number(),
                sequence,
                incident.agency(),
                incident.type(),
                incident.priority().level(),
                incident.location().beat(),
                journal.reports(incident.id()),
                actor,
                at));
    }
}
