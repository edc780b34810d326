package org.openbeat.app.dispatch.unit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;

/**
 * One unit on one incident.
 *
 * @param place order in the unit's stack, lowest first
 * @param reachedAt when it reached its stage
 */
public record Assignment(
        UUID id,
        IncidentId incident,
        UnitId unit,
        Stage stage,
        int place,
        @Nullable Instant reachedAt) {

    public boolean isCurrent() {
        return stage.isCurrent();
    }
}
