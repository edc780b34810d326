package org.openbeat.app.dispatch.board;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Page;

/** The store of what the room reads; every list through the reader's scope. */
public interface Boards {

    /** The open incidents that the reader sees, in one query. */
    List<IncidentRow> open(Scope reader, Instant now);

    int countOpen();

    /** The queue of everyone together. */
    WaitingWork waiting(Instant now);

    List<UnitRow> units(Scope reader, Instant now);

    List<IncidentRow> rows(Collection<UUID> incidents, Instant now);

    List<UnitRow> unitRows(Collection<UUID> units, Instant now);

    Page<IncidentRow> history(Scope reader, IncidentSearch search, Instant now);

    Nearby nearby(Scope reader, @Nullable GeoPoint point, String locationText, Instant now);

    /** Incidents of the unit, current first. */
    List<IncidentId> workOf(UnitId unit);
}
