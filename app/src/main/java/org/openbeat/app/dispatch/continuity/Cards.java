package org.openbeat.app.dispatch.continuity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;

/** The store of numbered cards, of outages and of the phone list; each agency has its own. */
public interface Cards {

    /** One at a time for the agency, to the end of the transaction: no number is given or entered twice unseen. */
    void lock(AgencyId agency);

    /** The first number that is on no printed card and on none that was entered. */
    int next(AgencyId agency);

    void print(UUID id, AgencyId agency, CardRange cards, Actor actor, Instant at);

    /** What became of a number, oldest first. */
    List<CardEntry> entries(AgencyId agency, int card);

    void enter(UUID id, AgencyId agency, int card, IncidentId incident, Instant happenedAt, Actor actor, Instant at);

    /** Sets a card aside; false when it was before. */
    boolean setAside(UUID id, AgencyId agency, int card, String reason, Actor actor, Instant at);

    void note(UUID id, AgencyId agency, Outage outage, Actor actor);

    /** Newest first. */
    List<Outage> outages(AgencyId agency);

    Optional<Outage> outage(AgencyId agency, UUID id);

    Reconciliation reconcile(AgencyId agency, Outage outage);

    List<Phone> phones(AgencyId agency);

    void replacePhones(AgencyId agency, List<Phone> phones);

    /** Agencies for which a pack is kept ready: those that have a unit in service or an open incident. */
    List<AgencyId> agencies();
}
