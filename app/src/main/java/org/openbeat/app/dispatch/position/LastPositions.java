package org.openbeat.app.dispatch.position;

import java.time.Instant;
import java.util.List;
import org.openbeat.app.dispatch.events.UnitId;

/** The store of last known positions, written now and then. */
interface LastPositions {

    /** Writes those that are newer than what is there. */
    void write(List<Seen> positions);

    /** Where a unit was seen, and when we heard of it. */
    record Seen(UnitId unit, Fix fix, Instant receivedAt) {}
}
