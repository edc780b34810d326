package org.openbeat.app.dispatch;

import java.time.Instant;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;

/** The store of calls. */
interface Calls {

    void add(UUID id, IncidentId incident, NewCall call, Actor takenBy, Instant receivedAt, Instant enteredAt);
}
