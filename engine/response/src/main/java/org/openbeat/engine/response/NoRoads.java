package org.openbeat.engine.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
    public Size size() {
        return new Size(0, 0);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
