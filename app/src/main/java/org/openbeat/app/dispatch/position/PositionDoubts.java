package org.openbeat.app.dispatch.position;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.Places;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.PositionCheck;
import org.openbeat.engine.response.PositionCheck.Area;
import org.openbeat.engine.response.PositionCheck.Seen;
import org.openbeat.engine.response.PositionTrust;
import org.springframework.stereotype.Component;

/**
 * Whether the newest position of each unit can be right. One that jumped is shown as doubted; once three in a row agree
 * with each other the unit is taken to be there, and the earlier ones to have been wrong.
 */
@Component
class PositionDoubts {
    private static final Duration MAP_KEPT = Duration.ofMinutes(1);
    private static final int AGREEING = 3;

    private final Places places;
    private final Map<UnitId, Known> known = new ConcurrentHashMap<>();
    private volatile MapArea map = new MapArea(null, Instant.EPOCH);

    PositionDoubts(Places places) {
        this.places = places;
    }

    /**
     * @param good the last position that was believed; null when there is none
     * @param newest the last that was told, believed or not
     * @param agreeing how many in a row agree with each other and not with the one believed
     */
    private record Known(@Nullable Seen good, Seen newest, int agreeing, PositionTrust trust) {}

    private record MapArea(@Nullable Area area, Instant until) {}

    PositionTrust of(UnitId unit) {
        var found = known.get(unit);
        return found == null ? PositionTrust.GOOD : found.trust();
    }

    /** Takes a position that is newer than the one before. */
    void take(UnitId unit, Fix fix, Instant now) {
        var seen = new Seen(point(fix.point()), fix.at());
        var check = PositionCheck.usual(area(now));
        known.compute(
                unit, (same, before) -> before == null ? first(check, seen, now) : next(check, before, seen, now));
    }

    private static Known first(PositionCheck check, Seen seen, Instant now) {
        var trust = check.check(null, seen, now);
        return new Known(trust == PositionTrust.GOOD ? seen : null, seen, 0, trust);
    }

    private static Known next(PositionCheck check, Known before, Seen seen, Instant now) {
        var trust = check.check(before.good(), seen, now);
        if (trust != PositionTrust.JUMPED) {
            return new Known(trust == PositionTrust.GOOD ? seen : before.good(), seen, 0, trust);
        }
        var agrees = check.check(before.newest(), seen, now) != PositionTrust.JUMPED;
        var agreeing = agrees ? before.agreeing() + 1 : 1;
        return agreeing >= AGREEING
                ? new Known(seen, seen, 0, PositionTrust.GOOD)
                : new Known(before.good(), seen, agreeing, trust);
    }

    private @Nullable Area area(Instant now) {
        if (map.until().isBefore(now)) {
            map = new MapArea(
                    places.map()
                            .map(found -> found.bounds())
                            .map(bounds -> new Area(bounds.south(), bounds.west(), bounds.north(), bounds.east()))
                            .orElse(null),
                    now.plus(MAP_KEPT));
        }
        return map.area();
    }

    private static Point point(GeoPoint at) {
        return new Point(at.latitude(), at.longitude());
    }
}
