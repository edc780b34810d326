package org.openbeat.app.dispatch.unit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;

/** The store of assignments. Whoever changes one holds the locks of its unit and of its incident. */
public interface Assignments {

    void add(UUID id, IncidentId incident, UnitId unit, Stage stage, int place, String by, Instant at);

    /** The active ones of the units, each unit's current work first, then its stack in order. */
    List<Assignment> ofUnits(Collection<UnitId> units);

    /** The active ones of the incident, in the order of the units' ids. */
    List<Assignment> ofIncident(IncidentId incident);

    /** The newest of the unit on the incident, active or not. */
    Optional<Assignment> newest(UnitId unit, IncidentId incident);

    void advance(UUID id, Stage stage, Instant reachedAt);

    /** Writes when a stage was reached that the status has moved past already. */
    void recordLate(UUID id, Stage stage, Instant reachedAt);

    void stackAgain(UUID id, int place);

    void end(UUID id, Stage stage, Instant at);

    void estimate(UUID id, long seconds, boolean byRoad);
}
