package org.openbeat.engine.response;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a position before anybody relies on it. Nothing is thrown away here: a doubted position is still shown, as
 * doubted.
 *
 * @param oldest a position that is older is too old
 * @param fastest metres a second that no vehicle of the fleet exceeds
 * @param slack metres by which two positions may be wrong together, as satellites in a street are
 * @param area where units can be; null when there is no map
 */
public record PositionCheck(
        Duration oldest,
        double fastest,
        double slack,
        @Nullable Area area) {

    /** Five minutes; 70 m/s, which is 252 km/h; 200 m. */
    public static PositionCheck usual(@Nullable Area area) {
        return new PositionCheck(Recommendation.STALE_AFTER, 70, 200, area);
    }

    /** An area between two circles of latitude and two meridians; it does not cross the 180th. */
    public record Area(double south, double west, double north, double east) {
        public boolean holds(Point point) {
            return south <= point.latitude()
                    && point.latitude() <= north
                    && west <= point.longitude()
                    && point.longitude() <= east;
        }
    }

    /** Where a unit was, and when. */
    public record Seen(Point at, Instant when) {}

    /**
     * The first doubt that applies, in the order outside, jumped, too old.
     *
     * @param before the last position that was good; null when there is none
     */
    public PositionTrust check(@Nullable Seen before, Seen seen, Instant now) {
        if (area != null && !area.holds(seen.at())) {
            return PositionTrust.OUTSIDE_MAP;
        }
        if (before != null && jumps(before, seen)) {
            return PositionTrust.JUMPED;
        }
        return Duration.between(seen.when(), now).compareTo(oldest) > 0 ? PositionTrust.TOO_OLD : PositionTrust.GOOD;
    }

    private boolean jumps(Seen before, Seen seen) {
        var seconds = Math.abs(Duration.between(before.when(), seen.when()).toMillis()) / 1000.0;
        return before.at().metresTo(seen.at()) > fastest * seconds + slack;
    }
}
