package org.openbeat.engine.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoCityTest {
    private static DemoCity city;
    private static OsmMap map;

    @BeforeAll
    static void generate() throws Exception {
        city = DemoCity.generate(CityPlan.lindenport());
        map = OsmMap.read(new GZIPInputStream(new ByteArrayInputStream(gzip(city))));
    }

    @Test
    void the_same_seed_gives_the_same_bytes() throws IOException {
        DemoCity again = DemoCity.generate(CityPlan.lindenport());

        assertThat(gzip(again)).isEqualTo(gzip(city));
        assertThat(again.beatsGeoJson()).isEqualTo(city.beatsGeoJson());
    }

    @Test
    void another_seed_gives_another_city() throws IOException {
        assertThat(gzip(DemoCity.generate(withSeed(7)))).isNotEqualTo(gzip(city));
    }

    @Test
    void it_has_the_size_of_a_small_city() {
        assertThat(map.nodes()).hasSizeBetween(15_000, 40_000);
        assertThat(streetNames()).hasSizeBetween(150, 420);
        assertThat(city.addresses()).hasSizeGreaterThan(4_000);
        assertThat(city.addresses())
                .filteredOn(address -> address.streetZh() != null)
                .hasSizeGreaterThan(2_500);
    }

    @Test
    void it_has_what_a_city_needs() {
        assertThat(map.count("bridge", "yes")).isGreaterThan(8);
        assertThat(map.count("oneway", "yes")).isGreaterThan(20);
        assertThat(map.ways().stream().map(way -> way.tag("highway")).distinct())
                .contains("trunk", "primary", "secondary", "tertiary", "residential", "pedestrian", "footway");
        assertThat(map.ways().stream().map(way -> way.tag("natural"))).contains("water", "wood");
        assertThat(map.ways().stream().map(way -> way.tag("railway"))).contains("rail", "platform");
        assertThat(city.landmarks().stream().map(Landmark::kind))
                .contains(
                        "amenity=townhall",
                        "amenity=hospital",
                        "amenity=school",
                        "amenity=marketplace",
                        "amenity=library",
                        "leisure=stadium",
                        "amenity=university",
                        "amenity=bus_station",
                        "amenity=fire_station",
                        "amenity=police",
                        "railway=station");
    }

    @Test
    void each_station_of_a_beat_is_on_the_map() {
        Set<String> police = city.landmarks().stream()
                .filter(landmark -> landmark.kind().equals("amenity=police"))
                .map(Landmark::name)
                .collect(Collectors.toSet());

        assertThat(city.beats()).allSatisfy(beat -> assertThat(police).contains(beat.station()));
    }

    @Test
    void every_named_street_crosses_or_meets_another() {
        Map<Long, Set<String>> streetsAt = new HashMap<>();
        for (OsmMap.Way way : map.streets()) {
            way.refs()
                    .forEach(ref -> streetsAt
                            .computeIfAbsent(ref, key -> new HashSet<>())
                            .add(String.valueOf(way.tag("name"))));
        }
        Set<String> meeting = streetsAt.values().stream()
                .filter(names -> names.size() > 1)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());

        assertThat(meeting).containsAll(streetNames());
    }

    @ParameterizedTest
    @ValueSource(longs = {20_091, 1, 2, 3, 4})
    void a_car_gets_from_everywhere_to_everywhere(long seed) throws Exception {
        OsmMap roads = read(DemoCity.generate(withSeed(seed)));
        Map<Long, List<Long>> forward = new HashMap<>();
        Map<Long, List<Long>> backward = new HashMap<>();
        roads.streets().stream().filter(OsmMap.Way::drivable).forEach(way -> way.link(forward, backward));
        Set<Long> all = new HashSet<>(forward.keySet());
        all.addAll(backward.keySet());

        Set<Long> largest = new HashSet<>();
        for (Long start : all.stream().sorted().limit(5).toList()) {
            Set<Long> both = reach(start, forward);
            both.retainAll(reach(start, backward));
            largest = both.size() > largest.size() ? both : largest;
        }

        assertThat(largest.size()).isGreaterThanOrEqualTo((int) Math.ceil(all.size() * 0.98));
    }

    @ParameterizedTest
    @ValueSource(longs = {20_091, 1, 2, 3, 4})
    void the_beats_tile_the_jurisdiction(long seed) {
        Draft draft = DemoCity.generate(withSeed(seed)).draft();
        double sum = draft.beats.values().stream().mapToDouble(Polygons::area).sum();
        Map<List<Point>, Integer> sides = new HashMap<>();
        draft.beats.values().forEach(ring -> eachSide(ring, side -> sides.merge(side, 1, Integer::sum)));

        assertThat(draft.beats).hasSizeBetween(10, 14);
        assertThat(sum).isCloseTo(Polygons.area(draft.jurisdiction), within(1.0));
        assertThat(sides.values()).containsOnly(1);
        eachSide(draft.jurisdiction, side -> assertThat(sides.remove(side)).isEqualTo(1));
        assertThat(sides.keySet()).allSatisfy(side -> assertThat(sides).containsKey(side.reversed()));
    }

    @ParameterizedTest
    @ValueSource(longs = {20_091, 1, 2, 3, 4})
    void streets_cross_only_at_shared_nodes(long seed) {
        PlaneGraph graph = DemoCity.generate(withSeed(seed)).draft().graph;
        List<Edge> crossing = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            for (Edge other : graph.near(edge.from.at, edge.to.at, 0)) {
                boolean apart = !other.touches(edge.from) && !other.touches(edge.to);
                if (apart && PlaneGraph.crossing(edge.from.at, edge.to.at, other) >= 0) {
                    crossing.add(edge);
                }
            }
        }

        assertThat(crossing).isEmpty();
    }

    @Test
    void no_building_stands_on_a_street_or_in_another() {
        Draft draft = city.draft();
        for (Building building : draft.buildings) {
            for (Edge edge : draft.graph.near(building.middle(), building.middle(), 60)) {
                double nearest = building.ring.stream()
                        .mapToDouble(corner -> corner.distanceToSegment(edge.from.at, edge.to.at))
                        .min()
                        .orElseThrow();
                assertThat(nearest).isGreaterThan(edge.street.kind.halfWidth);
            }
        }
    }

    @Test
    void an_address_names_one_house() {
        List<String> addresses = city.addresses().stream()
                .map(address -> address.street() + " " + address.number())
                .toList();

        assertThat(addresses).doesNotHaveDuplicates();
        assertThat(city.addresses().stream().map(Address::street).distinct()).hasSizeGreaterThan(150);
    }

    @Test
    void a_drive_follows_the_streets_from_one_side_of_the_river_to_the_other() {
        CityRoads roads = city.roads();
        GeoPosition north = new GeoPosition(45.0080, -30.0150);
        GeoPosition south = new GeoPosition(44.9900, -29.9900);

        List<GeoPosition> way = roads.drive(north, south);

        assertThat(way).hasSizeGreaterThan(10);
        assertThat(way.getFirst().latitude()).isCloseTo(north.latitude(), within(0.003));
        assertThat(way.getLast().latitude()).isCloseTo(south.latitude(), within(0.003));
        assertThat(roads.drive(north, north)).hasSize(1);
    }

    @Test
    void a_plan_too_small_for_its_ring_road_is_refused() {
        assertThatThrownBy(() -> CityPlan.metropolis(1, 100, 100)).hasMessageContaining("Maybe 6000 by 5000");
    }

    private static void eachSide(List<Point> ring, Consumer<List<Point>> each) {
        for (int i = 0; i < ring.size(); i++) {
            each.accept(List.of(ring.get(i), ring.get((i + 1) % ring.size())));
        }
    }

    private static Set<Long> reach(Long start, Map<Long, List<Long>> links) {
        Set<Long> seen = new HashSet<>(Set.of(start));
        Deque<Long> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Long next : links.getOrDefault(open.removeFirst(), List.of())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    private static Set<String> streetNames() {
        return map.streets().stream()
                .map(way -> way.tag("name"))
                .filter(name -> name != null)
                .collect(Collectors.toSet());
    }

    private static CityPlan withSeed(long seed) {
        CityPlan plan = CityPlan.lindenport();
        return new CityPlan(seed, plan.name(), plan.nameZh(), 45, -30, plan.widthMetres(), plan.heightMetres(), true);
    }

    private static OsmMap read(DemoCity city) throws Exception {
        return OsmMap.read(new GZIPInputStream(new ByteArrayInputStream(gzip(city))));
    }

    private static byte[] gzip(DemoCity city) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        city.writeOsmGz(out);
        return out.toByteArray();
    }
}
