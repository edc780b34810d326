package org.openbeat.app.dispatch.eido;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeat.app.dispatch.events.IncidentId;

/** The store of what partners sent. Of each incident of a partner it keeps the newest: an EIDO is a state, no history. */
interface ReceivedEidos {

    /** One document of a partner's incident at a time, until the end of the transaction. */
    void lock(String partner, String id);

    Optional<ReceivedEido> find(String partner, String id);

    /** Of all partners, in the order in which they first sent something of the incident. */
    List<ReceivedEido> of(IncidentId incident);

    void put(ReceivedEido received, Instant at);
}
