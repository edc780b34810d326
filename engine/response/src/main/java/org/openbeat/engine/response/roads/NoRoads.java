package org.openbeat.engine.response.roads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.openbeat.engine.response.Conditions;
import org.openbeat.engine.response.Destination;
import org.openbeat.engine.response.Fleet;
import org.openbeat.engine.response.NoRoad;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.Route;
import org.openbeat.engine.response.TravelTime;

/** What is left without a map: straight lines, labelled so. */
final class NoRoads implements RoadNetwork {

    @Override
    public <K> Map<K, TravelTime> travelTimes(List<Origin<K>> origins, Point target) {
        var times = new LinkedHashMap<K, TravelTime>();
        for (var origin : origins) {
            Keys.putOnce(times, origin.key(), TravelTime.straight(origin.at(), target, NoRoad.NO_MAP));
        }
        return times;
    }

    @Override
    public <K> Map<K, TravelTime> nearest(List<Origin<K>> origins, Point target, int count, Predicate<K> suitable) {
        var sorted = travelTimes(origins, target).entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> a.duration().compareTo(b.duration())))
                .toList();
        return Keys.untilEnough(sorted, count, suitable);
    }

    @Override
    public <K> Map<K, TravelTime> travelTimesFrom(Point origin, List<Destination<K>> destinations) {
        var times = new LinkedHashMap<K, TravelTime>();
        for (var destination : destinations) {
            Keys.putOnce(times, destination.key(), TravelTime.straight(origin, destination.at(), NoRoad.NO_MAP));
        }
        return times;
    }

    @Override
    public Route route(Point from, Point to) {
        return new Route(TravelTime.straight(from, to, NoRoad.NO_MAP), List.of(from, to));
    }

    @Override
    public <K> Fleet<K> fleet() {
        return new StraightFleet<>();
    }

    @Override
    public void use(Conditions conditions) {
        // A straight line knows no closures.
    }

    @Override
    public void awaitIndex() {
        // There is none.
    }

    @Override
    public Size size() {
        return new Size(0, 0);
    }

    @Override
    public Footprint footprint() {
        return new Footprint(0, 0, 0, 0);
    }

    /** Units and where they are. */
    private static final class StraightFleet<K> implements Fleet<K> {
        private final Map<K, Point> units = new ConcurrentHashMap<>();

        @Override
        public void move(K unit, Point at) {
            units.put(unit, at);
        }

        @Override
        public void remove(K unit) {
            units.remove(unit);
        }

        @Override
        public int size() {
            return units.size();
        }

        @Override
        public Map<K, TravelTime> nearest(Point target, int count, Predicate<K> suitable) {
            return Keys.first(travelTimes(target), count, suitable);
        }

        @Override
        public Map<K, TravelTime> travelTimes(Point target) {
            var times = new LinkedHashMap<K, TravelTime>();
            units.forEach((unit, at) -> times.put(unit, TravelTime.straight(at, target, NoRoad.NO_MAP)));
            return times;
        }
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
