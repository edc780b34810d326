package org.openbeat.app.dispatch.roads;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.RoadConditionId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;

/**
 * Closed or slow roads around a place.
 *
 * @param metres how far around the place
 * @param timeFactor how many times as long everything takes there; null: nobody drives through
 * @param place how people call it
 * @param until from then on it holds no more; null: until somebody lifts it
 */
public record RoadCondition(
        RoadConditionId id,
        AgencyId agency,
        GeoPoint at,
        int metres,
        @Nullable BigDecimal timeFactor,
        String place,
        String reason,
        Instant setAt,
        @Nullable Instant until) {

    public boolean isClosed() {
        return timeFactor == null;
    }
}
