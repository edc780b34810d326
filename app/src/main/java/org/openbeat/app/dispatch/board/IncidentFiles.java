package org.openbeat.app.dispatch.board;

import java.time.Instant;
import java.util.Optional;
import org.openbeat.app.dispatch.events.IncidentId;

/** The store of incidents with all that belongs to them. */
public interface IncidentFiles {

    Optional<IncidentFile> find(IncidentId id, Instant now);
}
