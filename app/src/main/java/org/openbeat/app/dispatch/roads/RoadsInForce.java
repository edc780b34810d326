package org.openbeat.app.dispatch.roads;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.RoadConditionChanged;
import org.openbeat.app.places.Places;
import org.openbeat.engine.response.Area;
import org.openbeat.engine.response.Conditions;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The roads of the map in use under the conditions in force. What is set on this server holds as soon as it is
 * committed, what is set on another one or runs out within a second ({@link #refresh} is called that often). When the
 * database cannot be asked, the conditions known last go on to hold.
 */
@Component
public class RoadsInForce {
    private final Supplier<RoadNetwork> map;
    private final RoadConditions store;
    private final Clock clock;
    private volatile Conditions wanted = Conditions.USUAL;
    private @Nullable RoadNetwork on;
    private Conditions applied = Conditions.USUAL;

    @Autowired
    RoadsInForce(Places places, RoadConditions store, Clock clock) {
        this(places::roads, store, clock);
    }

    RoadsInForce(Supplier<RoadNetwork> map, RoadConditions store, Clock clock) {
        this.map = map;
        this.store = store;
        this.clock = clock;
    }

    /** The roads; straight lines where there is no map. */
    public RoadNetwork network() {
        return apply(map.get());
    }

    /** Asks again what holds. The first reading of a map takes longer than a housekeeper may wait; so it is not done here. */
    public void refresh() {
        wanted = conditions(store.inForce(clock.instant()));
        var known = known();
        if (known != null) {
            apply(known);
        }
    }

    @TransactionalEventListener
    void on(RoadConditionChanged event) {
        refresh();
    }

    private synchronized @Nullable RoadNetwork known() {
        return on;
    }

    private synchronized RoadNetwork apply(RoadNetwork network) {
        if (network != on || !wanted.equals(applied)) {
            var next = wanted;
            if (network != on && next.equals(Conditions.USUAL)) {
                on = network; // a map just opened is as usual
            } else {
                network.use(next);
                on = network;
            }
            applied = next;
        }
        return network;
    }

    private static Conditions conditions(List<RoadCondition> conditions) {
        return new Conditions(
                conditions.stream()
                        .filter(RoadCondition::isClosed)
                        .map(closed -> new Conditions.Closure(area(closed)))
                        .toList(),
                conditions.stream()
                        .flatMap(condition -> {
                            var factor = condition.timeFactor();
                            return factor == null
                                    ? Stream.of()
                                    : Stream.of(new Conditions.SlowArea(area(condition), factor.doubleValue()));
                        })
                        .toList(),
                null);
    }

    private static Area area(RoadCondition condition) {
        return new Area.Circle(
                new Point(condition.at().latitude(), condition.at().longitude()), condition.metres());
    }
}
