package org.openbeat.engine.response;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long one trip takes, and how we know.
 *
 * @param duration the time on the way, without traffic and without preparation, to the millisecond
 * @param metres the length of the way
 * @param snappedMetres the larger of the two distances between a given point and the place on the road that stands
 *     for it; the time does not include this stretch; 0 for a straight line
 * @param provenance whether the roads were used
 * @param noRoad why they were not; null if and only if they were
 */
public record TravelTime(
        Duration duration,
        double metres,
        double snappedMetres,
        Provenance provenance,
        @Nullable NoRoad noRoad) {

    /** A straight line is taken at this speed, in metres a second: 30 km/h, a usual mean inside towns. */
    public static final double STRAIGHT_LINE_SPEED = 30 / 3.6;

    /** Roads are longer than the straight line; its length is multiplied by this. */
    public static final double STRAIGHT_LINE_DETOUR = 1.4;

    public TravelTime {
        if ((provenance == Provenance.ROAD) != (noRoad == null)) {
            throw new IllegalArgumentException("A time by " + provenance + " cannot have the reason " + noRoad + ".");
        }
    }

    /** A time measured along roads. */
    public static TravelTime byRoad(int millis, double metres, double snappedMetres) {
        return new TravelTime(Duration.ofMillis(millis), metres, snappedMetres, Provenance.ROAD, null);
    }

    /** The guess from the straight line: {@link #STRAIGHT_LINE_DETOUR} times as far, at 30 km/h. */
    public static TravelTime straight(Point from, Point to, NoRoad why) {
        var metres = from.metresTo(to) * STRAIGHT_LINE_DETOUR;
        var millis = Math.round(metres / STRAIGHT_LINE_SPEED * 1000);
        return new TravelTime(Duration.ofMillis(millis), metres, 0, Provenance.STRAIGHT_LINE, why);
    }

    public boolean isByRoad() {
        return provenance == Provenance.ROAD;
    }

    /** Why the time is only a guess; empty when it was measured along roads. */
    public Optional<NoRoad> whyNoRoad() {
        return Optional.ofNullable(noRoad);
    }
}
