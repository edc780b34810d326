package org.openbeat.app.dispatch.contractor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;

/** The store of contractors and of their turns. */
public interface Contractors {

    /** One at a time for the agency, to the end of the transaction: no firm is given two turns at once. */
    void lock(AgencyId agency);

    void add(UUID id, AgencyId agency, ContractorService service, String name, String phone, Instant at);

    /** Takes it off the list; false when it is not on the agency's. */
    boolean close(UUID id, AgencyId agency, Instant at);

    /** The agency's list, each service in the order of turns: never called first, then longest ago. */
    List<Contractor> list(AgencyId agency);

    /** The first of each service, of those that were neither called nor passed over for the incident. */
    List<Contractor> next(AgencyId agency, IncidentId incident);

    void turn(UUID id, UUID contractor, IncidentId incident, @Nullable String skippedBecause, Actor actor, Instant at);
}
