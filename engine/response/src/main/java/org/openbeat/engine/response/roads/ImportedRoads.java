package org.openbeat.engine.response.roads;

import com.graphhopper.GraphHopper;
import com.graphhopper.storage.index.LocationIndexTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.Conditions;
import org.openbeat.engine.response.Destination;
import org.openbeat.engine.response.Fleet;
import org.openbeat.engine.response.NoRoad;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.Profile;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.Route;
import org.openbeat.engine.response.TravelTime;
import org.openbeat.engine.response.UnreadableMap;
import org.openbeat.engine.response.roads.Question.Workshop;
import org.openbeat.engine.response.roads.Trips.Trip;

/** The roads of an imported extract. */
final class ImportedRoads implements RoadNetwork {
    private final GraphHopper map;
    private final Profile profile;
    private final RoadGraph roads;
    private final RoadLines lines;
    private final Indexing indexing;
    /** Lent out for a question and given back. */
    private final ConcurrentLinkedQueue<Workshop> idle = new ConcurrentLinkedQueue<>();

    private ImportedRoads(GraphHopper map, Path folder, Profile profile) {
        this.map = map;
        this.profile = profile;
        var reader = new RoadReader(map, profile);
        this.roads = reader.read();
        this.lines = new RoadLines(map, roads, reader);
        var file = folder.resolve("order-" + profile.name() + ".bin");
        this.indexing = new Indexing(
                new Metric(roads, Metric.Change.NONE), (metric, wanted) -> SavedOrder.of(metric, file, wanted));
    }

    static ImportedRoads open(Path osm, Path cache, Profile profile) {
        var folder = MapImport.folder(osm, cache);
        var map = MapImport.load(osm, folder);
        if (map.getBaseGraph().getEdges() == 0) {
            map.close();
            throw new UnreadableMap(osm, "it has no road for cars.");
        }
        return new ImportedRoads(map, folder, profile);
    }

    @Override
    public <K> Map<K, TravelTime> travelTimes(List<Origin<K>> origins, Point target) {
        var goal = lines.snap(target);
        var trips = new Trips<>(
                origins.stream()
                        .map(origin -> new Trip<>(origin.key(), origin.at(), target, lines.snap(origin.at())))
                        .toList(),
                goal);
        if (goal != null) {
            lend(workshop -> {
                question(trips, goal, true, workshop).all(workshop, trips.count(), number -> true);
                return null;
            });
        }
        return trips.inOrderGiven();
    }

    @Override
    public <K> Map<K, TravelTime> travelTimesFrom(Point origin, List<Destination<K>> destinations) {
        var start = lines.snap(origin);
        var trips = new Trips<>(
                destinations.stream()
                        .map(to -> new Trip<>(to.key(), origin, to.at(), lines.snap(to.at())))
                        .toList(),
                start);
        if (start != null) {
            lend(workshop -> {
                question(trips, start, false, workshop).all(workshop, trips.count(), number -> true);
                return null;
            });
        }
        return trips.inOrderGiven();
    }

    @Override
    public <K> Map<K, TravelTime> nearest(List<Origin<K>> origins, Point target, int count, Predicate<K> suitable) {
        var goal = lines.snap(target);
        var trips = new Trips<>(
                origins.stream()
                        .map(origin -> new Trip<>(origin.key(), origin.at(), target, lines.snap(origin.at())))
                        .toList(),
                goal);
        var order = goal == null ? new int[0] : lend(workshop -> nearest(trips, goal, count, suitable, workshop));
        return trips.nearestFirst(order, count, suitable);
    }

    private <K> int[] nearest(Trips<K> trips, OnRoad goal, int count, Predicate<K> suitable, Workshop workshop) {
        var good = new boolean[trips.count()];
        var goods = 0;
        for (var number = 0; number < good.length; number++) {
            good[number] = suitable.test(trips.key(number));
            goods += good[number] ? 1 : 0;
        }
        var left = new int[] {count};
        return question(trips, goal, true, workshop)
                .nearest(workshop, count, goods, number -> (left[0] -= good[number] ? 1 : 0) <= 0)
                .order();
    }

    private <K> Question question(Trips<K> trips, OnRoad hub, boolean toHub, Workshop workshop) {
        var now = indexing.now();
        var metric = now.metric();
        var places = workshop.places();
        for (var number = 0; number < trips.count(); number++) {
            var place = trips.place(number);
            if (place != null) {
                places.hang(number, toHub ? metric.leave(place) : metric.arrive(place));
                trips.best()[number] = toHub ? metric.straight(place, hub) : metric.straight(hub, place);
            }
        }
        return new Question(now, toHub ? metric.arrive(hub) : metric.leave(hub), toHub, places, trips.best());
    }

    @Override
    public Route route(Point from, Point to) {
        var start = lines.snap(from);
        var goal = lines.snap(to);
        if (start == null || goal == null) {
            return straight(from, to, NoRoad.AWAY_FROM_ROADS);
        }
        return lend(workshop -> route(from, to, start, goal, workshop));
    }

    private Route route(Point from, Point to, OnRoad start, OnRoad goal, Workshop workshop) {
        var metric = indexing.now().metric();
        var best = new long[] {metric.straight(start, goal)};
        var leave = metric.leave(start);
        var arrive = metric.arrive(goal);
        var along = best[0];
        var places = workshop.places();
        places.hang(0, leave);
        workshop.search().tracing().toTarget(metric, arrive, places, best, place -> true);
        if (best[0] >= Packed.NEVER) {
            return straight(from, to, NoRoad.NO_WAY);
        }
        var way = best[0] == along
                ? new int[] {2 * start.stretch() + (goal.fraction() >= start.fraction() ? 0 : 1)}
                : workshop.search().way(leave, arrive, best[0]);
        var away = Math.max(start.metresAway(), goal.metresAway());
        return new Route(Trips.time(best[0], from, to, away), lines.along(start, way, goal));
    }

    private static Route straight(Point from, Point to, NoRoad why) {
        return new Route(TravelTime.straight(from, to, why), List.of(from, to));
    }

    <T extends @Nullable Object> T lend(Function<Workshop, T> question) {
        var idled = idle.poll();
        var workshop = idled == null ? new Workshop(roads) : idled;
        try {
            return question.apply(workshop);
        } finally {
            idle.add(workshop);
        }
    }

    @Override
    public <K> Fleet<K> fleet() {
        return new RoadFleet<>(this, lines, indexing, roads.states());
    }

    @Override
    public void use(Conditions conditions) {
        indexing.use(new Metric(roads, new Underway(roads, lines, profile, conditions)));
    }

    @Override
    public void awaitIndex() throws InterruptedException {
        indexing.await();
    }

    @Override
    public Size size() {
        return new Size(roads.junctions(), roads.stretches().count());
    }

    @Override
    public Footprint footprint() {
        var now = indexing.now();
        var hierarchy = now.hierarchy();
        var location = map.getLocationIndex() instanceof LocationIndexTree tree ? tree.getCapacity() : 0;
        var own = roads.bytes() + now.metric().bytes() + lines.bytes();
        return new Footprint(
                map.getBaseGraph().getCapacity() + location,
                own,
                hierarchy == null ? 0 : hierarchy.bytes(),
                roads.bytesOfOneDirection());
    }

    @Override
    public void close() {
        indexing.close();
        map.close();
    }
}
