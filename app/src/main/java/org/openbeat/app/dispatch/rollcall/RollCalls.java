package org.openbeat.app.dispatch.rollcall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.Actor;

/** The store of roll-calls. */
public interface RollCalls {

    /** Open incidents at which a unit has been since before that, and nobody was asked since. */
    List<IncidentId> due(Instant before, int limit);

    void add(UUID id, IncidentId incident, List<UnitId> asked, Map<String, String> excluded, Instant at);

    Optional<RollCall> newest(IncidentId incident);

    /** Notes that a unit is well; false when it was not asked, or has answered. */
    boolean answer(UUID rollCall, UnitId unit, Actor actor, Instant at);
}
