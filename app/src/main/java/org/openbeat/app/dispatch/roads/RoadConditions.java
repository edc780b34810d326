package org.openbeat.app.dispatch.roads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbeat.app.dispatch.events.RoadConditionId;

/** Where the conditions of roads are kept. */
public interface RoadConditions {

    void add(RoadCondition condition);

    /** False when it was lifted already. */
    boolean lift(RoadConditionId id, Instant at);

    Optional<RoadCondition> find(RoadConditionId id);

    /** Those that hold at an instant, newest first. */
    List<RoadCondition> inForce(Instant at);
}
