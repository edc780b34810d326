package org.openbeat.engine.response;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the roads are now. Conditions hold for whole trips: an answer is for somebody who sets out now.
 *
 * @param closures areas through whose roads nobody drives
 * @param slowAreas areas in which everything takes longer; where several lie over each other the slowest counts
 * @param hour the hour of the week, for the profile's factors; null for the usual times
 */
public record Conditions(
        List<Closure> closures,
        List<SlowArea> slowAreas,
        @Nullable HourOfWeek hour) {

    /** Nothing closed, nothing slow, the usual times. */
    public static final Conditions USUAL = new Conditions(List.of(), List.of(), null);

    public Conditions {
        closures = List.copyOf(closures);
        slowAreas = List.copyOf(slowAreas);
    }

    /**
     * Every stretch of road that the area touches is closed both ways, from crossing to crossing. A trip may still
     * begin or end on a closed stretch, but not pass it from end to end: whoever stands there drives off, and the
     * incident may be the reason.
     */
    public record Closure(Area area) {}

    /**
     * Every stretch of road that the area touches takes longer.
     *
     * @param timeFactor how many times as long, 1 or more
     */
    public record SlowArea(Area area, double timeFactor) {
        public SlowArea {
            if (!(timeFactor >= 1) || timeFactor > 100) {
                throw new IllegalArgumentException("A slow area takes 1 to 100 times as long, not " + timeFactor + ".");
            }
        }
    }
}
