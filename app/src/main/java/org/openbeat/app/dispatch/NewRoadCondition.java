package org.openbeat.app.dispatch;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.GeoPoint;

/**
 * Closed or slow roads, to be said.
 *
 * @param metres how far around the place, 1 to 20,000
 * @param timeFactor how many times as long everything takes, 1 to 100; null: nobody drives through
 * @param place how people call it, at most 200 letters
 * @param reason in a few words, at most 200 letters
 * @param hours after how many it ends by itself, 1 to 720; null: when somebody lifts it
 */
public record NewRoadCondition(
        GeoPoint at,
        int metres,
        @Nullable BigDecimal timeFactor,
        String place,
        String reason,
        @Nullable Integer hours) {}
