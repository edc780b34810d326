package org.openbeat.app.dispatch.board;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Page;

/** The store of what the room reads. An agency of null sees everything; it is Openbeat itself. */
public interface Boards {

    /** The open incidents that the agency sees, in one query. */
    List<IncidentRow> open(@Nullable AgencyId reader, Instant now);

    int countOpen();

    /** The queue of everyone together. */
    WaitingWork waiting(Instant now);

    List<UnitRow> units(@Nullable AgencyId reader, Instant now);

    List<IncidentRow> rows(Collection<UUID> incidents, Instant now);

    List<UnitRow> unitRows(Collection<UUID> units, Instant now);

    Page<IncidentRow> history(@Nullable AgencyId reader, IncidentSearch search, Instant now);

    Nearby nearby(@Nullable AgencyId reader, @Nullable GeoPoint point, String locationText, Instant now);

    /** Incidents of the unit, current first. */
    List<IncidentId> workOf(UnitId unit);
}
