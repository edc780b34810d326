package org.openbeat.engine.response.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.graphhopper.GHRequest;
import com.graphhopper.GraphHopper;
import com.graphhopper.ResponsePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.engine.response.Area;
import org.openbeat.engine.response.Conditions;
import org.openbeat.engine.response.Destination;
import org.openbeat.engine.response.NoRoad;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.Provenance;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.UnreadableMap;

class RoadNetworkTest {
    private static final Path EXTRACTS = Path.of("../../../shared/data/osm");

    /** One import of each map for all tests. */
    @TempDir
    private static Path cache;

    @ParameterizedTest
    @CsvSource({"monaco.osm.gz, 300", "andorra.osm.pbf, 350", "columbus.osm.pbf, 350"})
    void times_on_a_real_map_are_those_of_an_independent_router(String extract, int pairs) throws InterruptedException {
        var osm = extract(extract);
        try (var network = RoadNetwork.open(osm, cache)) {
            var router = MapImport.load(osm, MapImport.folder(osm, cache));
            network.awaitIndex();
            var random = new Random(42);
            var found = 0;
            for (var i = 0; i < pairs; i++) {
                var from = pointBesideRoad(network, router, random);
                var to = pointBesideRoad(network, router, random);
                var path = route(router, from, to);
                var time = network.travelTimes(List.of(new Origin<>("unit", from)), to)
                        .get("unit");
                assertThat(time.isByRoad()).isEqualTo(path != null);
                if (path != null) {
                    found++;
                    // Each stretch is rounded to a millisecond in both, and the router cuts two in pieces.
                    assertThat(time.duration().toMillis()).isCloseTo(path.getTime(), within(20L));
                    assertThat(time.duration())
                            .isEqualTo(network.route(from, to).time().duration());
                }
            }
            router.close();
            assertThat(found).isGreaterThan(pairs * 3 / 4);
        }
    }

    @Test
    void all_ways_to_ask_give_the_same_time_and_the_line_is_as_long_as_the_way() {
        try (var network = RoadNetwork.open(extract("monaco.osm.gz"), cache)) {
            var router = MapImport.load(extract("monaco.osm.gz"), MapImport.folder(extract("monaco.osm.gz"), cache));
            var random = new Random(1);
            var origins = new ArrayList<Origin<Integer>>();
            for (var i = 0; i < 60; i++) {
                origins.add(new Origin<>(i, randomPoint(router, random)));
            }
            router.close();
            var target = origins.getLast().at();
            var times = network.travelTimes(origins, target);
            for (var origin : origins) {
                var time = times.get(origin.key());
                var back = network.travelTimesFrom(origin.at(), List.of(new Destination<>("here", target)));
                assertThat(back.get("here").duration()).isEqualTo(time.duration());
                var route = network.route(origin.at(), target);
                assertThat(length(route.line())).isCloseTo(time.metres(), within(3 + time.metres() / 100));
            }
            var nearest = network.nearest(origins, target, 5, unit -> unit % 2 == 1);
            assertThat(nearest.keySet().stream().filter(unit -> unit % 2 == 1)).hasSize(5);
            nearest.forEach((unit, time) -> assertThat(time).isEqualTo(times.get(unit)));
        }
    }

    @Test
    void a_closure_counts_at_once_and_the_index_follows() throws InterruptedException {
        try (var network = RoadNetwork.open(extract("monaco.osm.gz"), cache)) {
            var from = new Point(43.7312, 7.4150);
            var to = new Point(43.7445, 7.4310);
            network.awaitIndex();
            var usual = network.route(from, to);
            var middle = usual.line().get(usual.line().size() / 2);
            network.use(new Conditions(List.of(new Conditions.Closure(new Area.Circle(middle, 5))), List.of(), null));
            var origins = List.of(new Origin<>("unit", from));
            var fleet = network.<String>fleet();
            fleet.move("unit", from);
            var closed = network.travelTimes(origins, to).get("unit");
            assertThat(closed.duration()).isGreaterThan(usual.time().duration());
            assertThat(fleet.travelTimes(to)).containsEntry("unit", closed);
            network.awaitIndex();
            assertThat(network.travelTimes(origins, to)).containsEntry("unit", closed);
            assertThat(fleet.nearest(to, 1, unit -> true)).containsEntry("unit", closed);
            assertThat(network.route(from, to).time()).isEqualTo(closed);

            network.use(Conditions.USUAL);
            assertThat(network.travelTimes(origins, to)).containsEntry("unit", usual.time());
        }
    }

    @Test
    void a_slow_area_takes_longer_and_a_polygon_closes_what_it_touches() {
        try (var network = RoadNetwork.open(extract("monaco.osm.gz"), cache)) {
            var from = new Point(43.7312, 7.4150);
            var to = new Point(43.7445, 7.4310);
            var usual = network.route(from, to).time().duration();
            var everywhere = new Area.Circle(from, 5000);
            network.use(new Conditions(List.of(), List.of(new Conditions.SlowArea(everywhere, 2)), null));
            assertThat(network.route(from, to).time().duration().toMillis())
                    .isCloseTo(2 * usual.toMillis(), within(100L));
            var corners = List.of(new Point(43.70, 7.40), new Point(43.70, 7.45), new Point(43.76, 7.43));
            network.use(new Conditions(List.of(new Conditions.Closure(new Area.Polygon(corners))), List.of(), null));
            assertThat(network.route(from, to).time().whyNoRoad()).contains(NoRoad.NO_WAY);
        }
    }

    @Test
    void a_fleet_that_moves_and_loses_units_answers_like_the_list_of_its_units() throws InterruptedException {
        try (var network = RoadNetwork.open(extract("monaco.osm.gz"), cache)) {
            network.awaitIndex();
            var router = MapImport.load(extract("monaco.osm.gz"), MapImport.folder(extract("monaco.osm.gz"), cache));
            var random = new Random(3);
            var fleet = network.<Integer>fleet();
            var at = new TreeMap<Integer, Point>();
            for (var i = 0; i < 600; i++) {
                var unit = random.nextInt(40);
                if (random.nextInt(5) == 0) {
                    fleet.remove(unit);
                    at.remove(unit);
                } else {
                    at.put(unit, randomPoint(router, random));
                    fleet.move(unit, at.get(unit));
                }
                if (i % 20 == 19) {
                    var target = randomPoint(router, random);
                    var origins = new ArrayList<Origin<Integer>>();
                    at.forEach((key, point) -> origins.add(new Origin<>(key, point)));
                    var times = network.travelTimes(origins, target);
                    assertThat(fleet.travelTimes(target)).containsExactlyInAnyOrderEntriesOf(times);
                    var even = network.nearest(origins, target, 3, key -> key % 2 == 0).entrySet().stream()
                            .filter(each -> each.getKey() % 2 == 0)
                            .map(each -> each.getValue().duration())
                            .toList();
                    assertThat(fleet.nearest(target, 3, key -> key % 2 == 0).values())
                            .extracting(time -> time.duration())
                            .containsExactlyElementsOf(even);
                }
            }
            router.close();
        }
    }

    @Test
    void a_point_far_from_every_road_is_answered_by_a_straight_line_that_says_so() {
        try (var network = RoadNetwork.open(extract("monaco.osm.gz"), cache)) {
            var sea = new Point(43.70, 7.50);
            var casino = new Point(43.7392, 7.4277);
            var time = network.travelTimes(List.of(new Origin<>("boat", sea)), casino)
                    .get("boat");
            assertThat(time.provenance()).isEqualTo(Provenance.STRAIGHT_LINE);
            assertThat(time.whyNoRoad()).contains(NoRoad.AWAY_FROM_ROADS);
            assertThat(network.route(sea, casino).line()).containsExactly(sea, casino);
        }
    }

    @Test
    void the_same_content_is_imported_once(@TempDir Path folder) throws IOException {
        var osm = extract("monaco.osm.gz");
        var own = folder.resolve("graphs");
        RoadNetwork.open(osm, own).close();
        var first = Files.list(own).toList();
        var copy = Files.copy(osm, folder.resolve("renamed.osm.gz"));
        try (var network = RoadNetwork.open(copy, own)) {
            assertThat(network.size().junctions()).isPositive();
        }
        assertThat(Files.list(own).toList()).isEqualTo(first).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"baltimore.osm.pbf", "harrisburg.osm.pbf"})
    void an_extract_in_no_order_is_put_in_order_first(String extract) {
        try (var network = RoadNetwork.open(extract(extract), cache)) {
            assertThat(network.size().junctions()).isGreaterThan(1000);
        }
    }

    @Test
    void a_file_that_is_no_map_is_refused_and_leaves_nothing_behind(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("notes.osm.pbf"), "no map");
        var own = folder.resolve("graphs");
        assertThatThrownBy(() -> RoadNetwork.open(file, own)).isInstanceOf(UnreadableMap.class);
        assertThatThrownBy(() -> RoadNetwork.open(folder.resolve("missing.osm.pbf"), own))
                .isInstanceOf(UnreadableMap.class)
                .hasMessageContaining("no such file");
        assertThat(Files.list(own)).isEmpty();
    }

    @Test
    void a_unit_given_twice_is_refused() {
        var unit = new Origin<>("u1", new Point(1, 1));
        assertThatThrownBy(() -> RoadNetwork.withoutMap().travelTimes(List.of(unit, unit), new Point(1, 2)))
                .hasMessageContaining("given twice");
    }

    private static Path extract(String name) {
        var osm = EXTRACTS.resolve(name);
        assumeTrue(
                Files.exists(osm),
                () -> "SKIPPED: the extract " + osm.toAbsolutePath().normalize() + " is absent");
        return osm;
    }

    /** A point that both take to be on the map: inside its bounds, no farther than 500 m from a road. */
    private static Point pointBesideRoad(RoadNetwork network, GraphHopper router, Random random) {
        while (true) {
            var point = randomPoint(router, random);
            if (router.getBaseGraph().getBounds().contains(point.latitude(), point.longitude())
                    && network.route(point, point).time().isByRoad()) {
                return point;
            }
        }
    }

    private static Point randomPoint(GraphHopper router, Random random) {
        var nodes = router.getBaseGraph().getNodeAccess();
        var node = random.nextInt(router.getBaseGraph().getNodes());
        return new Point(
                nodes.getLat(node) + (random.nextDouble() - 0.5) / 500,
                nodes.getLon(node) + (random.nextDouble() - 0.5) / 500);
    }

    private static @Nullable ResponsePath route(GraphHopper router, Point from, Point to) {
        var request = new GHRequest(from.latitude(), from.longitude(), to.latitude(), to.longitude())
                .setProfile(MapImport.PROFILE);
        var answer = router.route(request);
        return answer.hasErrors() ? null : answer.getBest();
    }

    private static double length(List<Point> line) {
        var metres = 0.0;
        for (var i = 1; i < line.size(); i++) {
            metres += line.get(i - 1).metresTo(line.get(i));
        }
        return metres;
    }
}
