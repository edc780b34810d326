package org.openbeat.app.places;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.tiles.TileId;
import org.openbeat.app.places.tiles.Tiles;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures import, search, tiles and travel times on the extracts and rewrites docs/reference/places-measured.md. No
 * part of the suite; ask for it by its name.
 */
@PlacesTest
class PlacesMeasured {
    private static final Path EXTRACTS = Path.of("../../shared/data/osm");
    private static final Path REPORT = Path.of("../docs/reference/places-measured.md");
    private static final int ROUNDS = 100;

    @Autowired
    Places places;

    @Autowired
    Tiles tiles;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(11);
    private final List<String> imports = new ArrayList<>();
    private final List<String> searches = new ArrayList<>();
    private final List<String> serving = new ArrayList<>();

    @Test
    void all_extracts() throws IOException {
        assumeTrue(Files.isDirectory(EXTRACTS), "SKIPPED: the extracts are absent");
        for (var extract : List.of(
                "monaco.osm.gz",
                "harrisburg.osm.pbf",
                "baltimore.osm.pbf",
                "andorra.osm.pbf",
                "liechtenstein-latest.osm.pbf",
                "columbus.osm.pbf")) {
            measure(EXTRACTS.resolve(extract));
        }
        var text = new StringBuilder(Files.readString(REPORT));
        replace(text, "imports", imports);
        replace(text, "searches", searches);
        replace(text, "serving", serving);
        Files.writeString(REPORT, text);
    }

    private static void replace(StringBuilder text, String table, List<String> rows) {
        var begin = text.indexOf("<!-- " + table + " -->") + table.length() + 10;
        var end = text.indexOf("<!-- end -->", begin);
        text.replace(begin, end, String.join("\n", rows) + "\n");
    }

    private void measure(Path extract) throws IOException {
        var name = extract.getFileName().toString().replaceAll("[-.].*", "");
        var marks = new ArrayList<Long>();
        Consumer<String> progress = line -> marks.add(System.nanoTime());
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(pool -> pool.resetPeakUsage());
        var start = System.nanoTime();
        var map = places.importMap(Actor.SYSTEM, extract, new AgencyId("measured"), progress);
        var total = System.nanoTime() - start;
        var peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        imports.add("| %s | %,d | %,d | %,d | %,d | %,d | %.1f | %.1f | %.1f | %.1f | %,d |"
                .formatted(
                        name,
                        Files.size(extract) / 1024,
                        count("named_place"),
                        count("address"),
                        count("crossing"),
                        places.roads().size().junctions(),
                        seconds(marks.get(1) - start),
                        seconds(marks.get(2) - marks.get(1)),
                        seconds(marks.get(3) - marks.get(2)),
                        seconds(total),
                        peak >> 20));
        measureSearch(name);
        measureServing(name, map);
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from places." + table)
                .query(Long.class)
                .single();
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private void measureSearch(String name) {
        var streets = jdbc.sql("select label from places.named_place where kind = 'STREET' order by id")
                .query(String.class)
                .list();
        var doors = jdbc.sql("""
                        select a.number || ' ' || p.label from places.address a join places.named_place p on p.id = a.street
                        order by a.id""").query(String.class).list();
        var crossings = jdbc.sql("""
                        select a.label || ' & ' || b.label from places.crossing c
                        join places.named_place a on a.id = c.street join places.named_place b on b.id = c.other""").query(String.class).list();
        var points = jdbc.sql("select latitude, longitude from places.crossing")
                .query((row, any) -> new GeoPoint(row.getDouble(1), row.getDouble(2)))
                .list();
        Function<String, Object> find = typed -> places.find(typed, 10);
        searches.add("| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        times(round -> find.apply(any(streets))),
                        times(round -> find.apply(beginning(any(streets)))),
                        times(round -> find.apply(misspelt(any(streets)))),
                        doors.isEmpty() ? "none" : times(round -> find.apply(any(doors))),
                        times(round -> find.apply(any(crossings))),
                        times(round -> places.nearestAddress(any(points)))));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String beginning(String name) {
        return name.substring(0, Math.max(3, name.length() / 2));
    }

    private String misspelt(String name) {
        var at = name.length() < 4 ? 0 : 1 + random.nextInt(name.length() - 2);
        return name.substring(0, at) + name.substring(at + 1);
    }

    private void measureServing(String name, ImportedMap map) {
        var ids = jdbc.sql("select zoom, x, y from places.tile")
                .query((row, any) -> new TileId(row.getInt(1), row.getInt(2), row.getInt(3)))
                .list();
        var size = jdbc.sql(
                        "select sum(length(content)) / 1024 || ' / ' || max(length(content)) / 1024 from places.tile")
                .query(String.class)
                .single();
        var points = jdbc.sql("select latitude, longitude from places.crossing")
                .query((row, any) -> new Point(row.getDouble(1), row.getDouble(2)))
                .list();
        var units = new ArrayList<Origin<Integer>>();
        for (var i = 0; i < 100; i++) {
            units.add(new Origin<>(i, any(points)));
        }
        var fromDatabase = times(round -> tiles.find(map.id(), ids.get(round % ids.size())));
        var fromMemory = times(round -> tiles.find(map.id(), ids.get(round % ids.size())));
        serving.add("| %s | %,d | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        ids.size(),
                        size,
                        fromDatabase,
                        fromMemory,
                        reload(map),
                        times(round -> places.roads().travelTimes(units, any(points))),
                        times(round -> places.roads().nearest(units, any(points), 5, unit -> true))));
    }

    private static String reload(ImportedMap map) {
        var kept = Path.of("target/test-data-places/maps", map.fingerprint().substring(0, 16), map.name());
        var start = System.nanoTime();
        RoadNetwork.open(kept, kept.resolveSibling("roads")).close();
        return "%.0f".formatted((System.nanoTime() - start) / 1e6);
    }

    /** Median and 95th percentile, in milliseconds. */
    private static String times(IntFunction<Object> act) {
        var nanos = new long[ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            act.apply(round);
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return "%.2f / %.2f".formatted(nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6);
    }
}
