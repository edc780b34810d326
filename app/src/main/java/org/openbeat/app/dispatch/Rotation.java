package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.contractor.Contractor;
import org.openbeat.app.dispatch.contractor.ContractorService;
import org.openbeat.app.dispatch.contractor.Contractors;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.RoomPrepared;
import org.openbeat.app.dispatch.incident.IncidentLog.Entry;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Firms that are called in turn: whoever was called longest ago is next; passing one over needs a reason, which
 * stands in the incident's log, and costs it nothing.
 */
@Component
public class Rotation {
    private final Contractors contractors;
    private final Incidents incidents;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;
    private final Identifiers identifiers;
    private final Clock clock;

    Rotation(
            Contractors contractors,
            Incidents incidents,
            Locks locks,
            Journal journal,
            Duties duties,
            Identifiers identifiers,
            Clock clock) {
        this.contractors = contractors;
        this.incidents = incidents;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The agency's list in the order of turns. */
    @SystemScope("the agency's own list")
    public List<Contractor> list(Actor actor) {
        return contractors.list(duties.agencyOfRoom(actor));
    }

    /** Who is next for the incident, of each service that has somebody. */
    @SystemScope("the agency's own list")
    public List<Contractor> next(Actor actor, IncidentId incident) {
        return contractors.next(duties.agencyOfRoom(actor), incident);
    }

    @Transactional
    @SystemScope("the agency's own list")
    public UUID add(Actor actor, ContractorService service, String name, String phone) {
        duties.requireSender(actor);
        var agency = duties.agencyOfRoom(actor);
        var at = clock.instant();
        var id = identifiers.next();
        contractors.add(id, agency, service, Texts.require(name, 100), Texts.require(phone, 60), at);
        tell(agency, "contractor-listed", id, actor, at);
        return id;
    }

    @Transactional
    @SystemScope("the agency's own list")
    public void close(Actor actor, UUID id) {
        duties.requireSender(actor);
        var agency = duties.agencyOfRoom(actor);
        var at = clock.instant();
        if (!contractors.close(id, agency, at)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "contractor-not-found");
        }
        tell(agency, "contractor-closed", id, actor, at);
    }

    private void tell(AgencyId agency, String what, UUID id, Actor actor, Instant at) {
        journal.publish(new RoomPrepared(agency, what, Map.of("contractor", id.toString()), actor, at));
    }

    Answer take(Actor actor, Command.CallContractor command, Instant at) {
        duties.requireSender(actor);
        var agency = duties.agencyOfRoom(actor);
        var incident = locks.incident(command.incident());
        duties.requireSight(actor, incident);
        incident.requireOpen();
        contractors.lock(agency);
        var firm = contractors.list(agency).stream()
                .filter(each -> each.id().equals(command.contractor()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "contractor-not-found"));
        var next = contractors.next(agency, incident.id()).stream()
                .filter(each -> each.service() == firm.service())
                .findFirst();
        if (next.isEmpty() || !next.get().id().equals(firm.id())) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "contractor-not-next",
                    firm.name(),
                    next.map(Contractor::name).orElse("–"));
        }
        var reason = command.skippedBecause();
        var why = reason == null ? null : Texts.require(reason, 300);
        contractors.turn(identifiers.next(), firm.id(), incident.id(), why, actor, at);
        incidents.touch(incident.id(), at);
        var entry = Entry.of(why == null ? LogKind.CONTRACTOR_CALLED : LogKind.CONTRACTOR_SKIPPED, at)
                .with("contractor", firm.name())
                .saying(why);
        return Answer.of(incident.id(), incident.number(), journal.writeChange(incident, entry, actor, at))
                .at(incident.version() + 1);
    }
}
