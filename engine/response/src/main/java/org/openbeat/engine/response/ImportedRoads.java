package org.openbeat.engine.response;

import com.graphhopper.GraphHopper;
import com.graphhopper.util.PMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.Search.Wishes;
import org.openbeat.engine.response.Trips.Trip;

/** The roads of an imported extract. */
final class ImportedRoads implements RoadNetwork {
    private final GraphHopper map;
    private final RoadGraph roads;
    private final RoadLines lines;
    /** Searches keep large arrays, so they are lent out and come back. */
    private final ConcurrentLinkedQueue<Search> idle = new ConcurrentLinkedQueue<>();

    private ImportedRoads(GraphHopper map) {
        this.map = map;
        var weighting = map.createWeighting(map.getProfile(MapImport.PROFILE), new PMap());
        this.lines = new RoadLines(map, weighting);
        this.roads = lines.graph(weighting);
    }

    static ImportedRoads open(Path osm, Path cache) {
        var map = MapImport.load(osm, cache);
        if (map.getBaseGraph().getEdges() == 0) {
            map.close();
            throw new UnreadableMap(osm, "it has no road for cars.");
        }
        return new ImportedRoads(map);
    }

    @Override
    public <K> Map<K, TravelTime> travelTimes(List<Origin<K>> origins, Point target) {
        var goal = lines.snap(target);
        var trips = to(origins, target, goal);
        return trips.inOrderGiven(toGoal(trips, goal, new Enough<>(trips, Integer.MAX_VALUE, key -> true)));
    }

    @Override
    public <K> Map<K, TravelTime> nearest(List<Origin<K>> origins, Point target, int count, Predicate<K> suitable) {
        var goal = lines.snap(target);
        var trips = to(origins, target, goal);
        var enough = new Enough<>(trips, count, suitable);
        var found = toGoal(trips, goal, enough);
        return trips.nearestFirst(enough.order, found, count, suitable);
    }

    @Override
    public <K> Map<K, TravelTime> travelTimesFrom(Point origin, List<Destination<K>> destinations) {
        var start = lines.snap(origin);
        var trips = new Trips<>(
                destinations.stream()
                        .map(to -> new Trip<>(to.key(), origin, to.at(), lines.snap(to.at())))
                        .toList(),
                start);
        var all = new Enough<>(trips, Integer.MAX_VALUE, key -> true);
        var found = start == null ? null : lend(search -> search.fromOrigin(start, trips.places(), all::test));
        return trips.inOrderGiven(found);
    }

    @Override
    public Route route(Point from, Point to) {
        var start = lines.snap(from);
        var goal = lines.snap(to);
        if (start == null || goal == null) {
            return straight(from, to, NoRoad.AWAY_FROM_ROADS);
        }
        return lend(search -> {
            var found = search.toTarget(new OnRoad[] {start}, goal, place -> true);
            if (!found.found[0]) {
                return straight(from, to, NoRoad.NO_WAY);
            }
            var away = Math.max(start.metresAway(), goal.metresAway());
            var time = TravelTime.byRoad(found.millis[0], found.centimetres[0] / 100.0, away);
            return new Route(time, lines.along(start, search.way(0), goal));
        });
    }

    private static Route straight(Point from, Point to, NoRoad why) {
        return new Route(TravelTime.straight(from, to, why), List.of(from, to));
    }

    private <K> Trips<K> to(List<Origin<K>> origins, Point target, @Nullable OnRoad goal) {
        var trips = origins.stream()
                .map(origin -> new Trip<>(origin.key(), origin.at(), target, lines.snap(origin.at())))
                .toList();
        return new Trips<>(trips, goal);
    }

    private <K> @Nullable Wishes toGoal(Trips<K> trips, @Nullable OnRoad goal, Enough<K> enough) {
        return goal == null ? null : lend(search -> search.toTarget(trips.places(), goal, enough::test));
    }

    private <T extends @Nullable Object> T lend(Function<Search, T> question) {
        var idled = idle.poll();
        var search = idled == null ? new Search(roads) : idled;
        try {
            return question.apply(search);
        } finally {
            idle.add(search);
        }
    }

    @Override
    public Size size() {
        return new Size(roads.junctions(), roads.stretches());
    }

    @Override
    public void close() {
        map.close();
    }

    /** Remembers what a search has found, and ends it when all or enough suitable ones are there. */
    private static final class Enough<K> {
        private final Trips<K> trips;
        private final int places;
        private final int count;
        private final Predicate<K> suitable;
        private final List<Integer> order = new ArrayList<>();
        private int good;

        Enough(Trips<K> trips, int count, Predicate<K> suitable) {
            this.trips = trips;
            this.places = trips.places().length;
            this.count = count;
            this.suitable = suitable;
        }

        boolean test(int place) {
            order.add(place);
            good += suitable.test(trips.key(place)) ? 1 : 0;
            return good >= count || order.size() == places;
        }
    }
}
