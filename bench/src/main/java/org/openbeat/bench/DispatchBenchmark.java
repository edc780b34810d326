package org.openbeat.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import javax.management.ObjectName;
import org.openbeat.engine.city.Metropolis;
import org.openbeat.engine.response.Fleet;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;

/**
 * Who can be there first, on a metropolis of a million crossings and on Columbus: our engine beside GraphHopper's own
 * searches and beside a bare read of as many bytes as an exhaustive search must read. Warm, in one process, in turns.
 */
final class DispatchBenchmark implements Bench.Benchmark {
    private static final Path FOLDER = Path.of("bench/target/dispatch");
    private static final Path COLUMBUS = Path.of("../shared/data/osm/columbus.osm.pbf");
    private static final Point HIGH_STREET = new Point(39.9612, -83.0007);
    private static final Point BROAD_STREET = new Point(39.9635, -82.9880);
    private static final int ROWS = Integer.getInteger("openbeat.bench.rows", 1060);
    private static final int QUESTIONS = 1500;
    private static final int ROUNDS = 9;
    private static final int BEST = 8;

    /** One in so many units has the skill: 60, 10, 1 and 0.03 per cent. */
    private static final double[] SHARES = {0.6, 0.1, 0.01, 0.0003};

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Figure> figures = new ArrayList<>();
    private final Random random = new Random(4);
    /** Where results go, so that nothing measured is left out as useless. */
    private double sink;

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        Files.createDirectories(FOLDER);
        var osm = metropolis(out);
        var before = liveBytes();
        try (var roads = RoadNetwork.open(osm, FOLDER.resolve("roads"))) {
            var began = System.nanoTime();
            roads.awaitIndex();
            out.println(String.format(
                    Locale.ROOT,
                    "metropolis: %d crossings, %d stretches; index ready after %.1f s",
                    roads.size().junctions(),
                    roads.size().stretches(),
                    (System.nanoTime() - began) / 1e9));
            memory(out, roads, before);
            try (var peer = GraphHopperPeer.open(osm, FOLDER.resolve("peer-" + ROWS))) {
                for (var units : new int[] {1_000, 10_000}) {
                    onMetropolis(out, roads, peer, units);
                }
            }
        }
        columbus(out);
        return figures;
    }

    private static Path metropolis(PrintStream out) throws IOException {
        var osm = FOLDER.resolve("metropolis-" + ROWS + ".osm.gz");
        if (!Files.exists(osm)) {
            out.println("generating the metropolis");
            var part = FOLDER.resolve("part.osm.gz");
            try (var to = Files.newOutputStream(part)) {
                new Metropolis(20_091, ROWS, ROWS).writeOsmGz(to);
            }
            Files.move(part, osm);
        }
        return osm;
    }

    private void memory(PrintStream out, RoadNetwork roads, long before) throws Exception {
        var held = (liveBytes() - before) / (double) roads.size().junctions();
        var told = roads.footprint();
        out.println(String.format(
                Locale.ROOT,
                "memory a crossing: %.0f bytes alive; the map %.0f, our graph %.0f, the index %.0f by their sizes",
                held,
                told.map() / (double) roads.size().junctions(),
                told.graph() / (double) roads.size().junctions(),
                told.index() / (double) roads.size().junctions()));
        figures.add(Figure.atMost("dispatch-bytes-a-node", held, 400));
    }

    /** Bytes of everything alive, as the machine's own histogram counts them after a full collection. */
    private static long liveBytes() throws Exception {
        var histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        var total = histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(total.split(" +")[2]);
    }

    private void onMetropolis(PrintStream out, RoadNetwork roads, GraphHopperPeer peer, int units) throws Exception {
        var at = new ArrayList<Point>();
        var fleet = roads.<Integer>fleet();
        for (var unit = 0; unit < units; unit++) {
            at.add(peer.crossing(random.nextInt(peer.crossings())));
            fleet.move(unit, at.get(unit));
        }
        for (var share : SHARES) {
            regime(out, "metropolis", fleet, peer, units, share);
        }
        allTimes(out, roads, fleet, peer, units);
        if (units == 1_000) {
            besidePeers(out, fleet, peer, at);
        }
    }

    /** The eight best of those with a skill; every question moves some units first, as a second of a shift would. */
    private void regime(
            PrintStream out, String map, Fleet<Integer> fleet, GraphHopperPeer peer, int units, double share) {
        Predicate<Integer> suitable = unit -> (unit * 2_654_435_761L & 0xFFFF) < share * 0x10000;
        var nanos = new long[QUESTIONS];
        var processor = new long[QUESTIONS];
        for (var i = -QUESTIONS / 3; i < QUESTIONS; i++) {
            for (var moved = 0; moved < 8; moved++) {
                fleet.move(random.nextInt(units), peer.crossing(random.nextInt(peer.crossings())));
            }
            var incident = peer.crossing(random.nextInt(peer.crossings()));
            var began = System.nanoTime();
            var used = THREADS.getCurrentThreadCpuTime();
            sink += fleet.nearest(incident, BEST, suitable).size();
            if (i >= 0) {
                processor[i] = THREADS.getCurrentThreadCpuTime() - used;
                nanos[i] = System.nanoTime() - began;
            }
        }
        var samples = Samples.ofNanosAsMillis(nanos);
        var work = Samples.ofNanosAsMillis(processor);
        out.println(String.format(
                Locale.ROOT,
                "8 best of %d, %.2f %% suitable: median %.3f ms, p99 %.3f ms; of the processor %.3f and %.3f ms",
                units,
                100 * share,
                samples.median(),
                samples.p99(),
                work.median(),
                work.p99()));
        if (share == SHARES[0]) {
            figures.add(Figure.atMost("dispatch-" + map + "-8-of-" + units + "-median-ms", samples.median(), 1));
            figures.add(Figure.atMost("dispatch-" + map + "-8-of-" + units + "-p99-ms", samples.p99(), 5));
        }
    }

    private void allTimes(PrintStream out, RoadNetwork roads, Fleet<Integer> fleet, GraphHopperPeer peer, int units)
            throws Exception {
        var arrays = new long[(int) (roads.footprint().oneDirection() / 8)];
        Arrays.setAll(arrays, i -> i);
        for (var i = 0; i < 60; i++) {
            sink += fleet.travelTimes(anywhere(peer)).size();
            sink += read(arrays);
        }
        var result = Paired.run(
                31,
                () -> millis(() -> sink += fleet.travelTimes(anywhere(peer)).size()),
                () -> millis(() -> sink += read(arrays)));
        out.println(result.line("all " + units + " times beside a read of the arrays", "ms"));
        var work = Paired.run(
                31,
                () -> work(() -> sink += fleet.travelTimes(anywhere(peer)).size()),
                () -> work(() -> sink += read(arrays)));
        out.println(work.line("the same in time of the processor", "ms"));
        if (units == 10_000) {
            figures.add(Figure.atMost("dispatch-all-10000-vs-array-read", result.ratio(), 5));
        }
    }

    private Point anywhere(GraphHopperPeer peer) {
        return peer.crossing(random.nextInt(peer.crossings()));
    }

    private static long read(long[] arrays) {
        var sum = 0L;
        for (var each : arrays) {
            sum += each;
        }
        return sum;
    }

    private void besidePeers(PrintStream out, Fleet<Integer> fleet, GraphHopperPeer peer, List<Point> was)
            throws Exception {
        var nodes = new int[was.size()];
        for (var unit = 0; unit < nodes.length; unit++) {
            nodes[unit] = peer.node(was.get(unit));
            fleet.move(unit, peer.crossing(nodes[unit]));
        }
        var incident = new int[1];
        Act all = () -> sink += fleet.travelTimes(peer.crossing(incident[0])).size();
        Paired.Measure ours = () -> {
            incident[0] = peer.node(anywhere(peer));
            return millis(all);
        };
        sameTimes(out, fleet, peer, nodes);
        for (var i = 0; i < 3; i++) {
            sink += ours.take() + peer.oneToMany(incident[0], nodes)[0] + peer.routerFromEach(nodes, incident[0])[0];
        }
        var dijkstra = Paired.run(ROUNDS, ours, () -> millis(() -> sink += peer.oneToMany(incident[0], nodes)[0]));
        out.println(dijkstra.line("all 1000 times beside DijkstraOneToMany", "ms"));
        figures.add(Figure.atLeast("dispatch-all-1000-vs-dijkstra-one-to-many", 1 / dijkstra.ratio(), 200));
        var router = Paired.run(ROUNDS, ours, () -> millis(() -> sink += peer.routerFromEach(nodes, incident[0])[0]));
        out.println(router.line("all 1000 times beside the hierarchy's router for each", "ms"));
        figures.add(Figure.atLeast("dispatch-all-1000-vs-ch-router-each", 1 / router.ratio(), 30));
        var work = Paired.run(ROUNDS, () -> work(all), () -> work(() -> sink += peer.oneToMany(incident[0], nodes)[0]));
        out.println(work.line("all 1000 times beside DijkstraOneToMany in time of the processor", "ms"));
    }

    /** The speed of a wrong answer is worth nothing: all thousand times of five incidents against the router's. */
    private void sameTimes(PrintStream out, Fleet<Integer> fleet, GraphHopperPeer peer, int[] nodes) {
        var wrong = 0;
        for (var i = 0; i < 5; i++) {
            var incident = peer.node(anywhere(peer));
            var ours = fleet.travelTimes(peer.crossing(incident));
            var theirs = peer.routerFromEach(nodes, incident);
            for (var unit = 0; unit < nodes.length; unit++) {
                var time = ours.get(unit);
                // The router rounds each stretch to a millisecond too, but not always the same way.
                var same = time != null && time.isByRoad()
                        ? Math.abs(time.duration().toMillis() / 1000.0 - theirs[unit]) < 0.5
                        : Double.isInfinite(theirs[unit]);
                wrong += same ? 0 : 1;
            }
        }
        out.println("times that differ from the router's: " + wrong + " of " + 5 * nodes.length);
        figures.add(Figure.atMost("dispatch-wrong-times", wrong, 0));
    }

    private void columbus(PrintStream out) throws Exception {
        if (!Files.exists(COLUMBUS)) {
            out.println("SKIPPED: there is no " + COLUMBUS + " here");
            return;
        }
        importOurs(COLUMBUS, true);
        importPeer(COLUMBUS);
        var result = Paired.run(
                9, () -> millis(() -> importOurs(COLUMBUS, false)), () -> millis(() -> importPeer(COLUMBUS)));
        out.println(result.line("import of Columbus until it answers, beside GraphHopper's bare import", "ms"));
        var whole =
                Paired.run(5, () -> millis(() -> importOurs(COLUMBUS, true)), () -> millis(() -> importPeer(COLUMBUS)));
        out.println(whole.line("the same until the index is there too", "ms"));
        figures.add(Figure.atMost("dispatch-import-columbus-vs-bare", result.ratio(), 1.5));
        try (var roads = RoadNetwork.open(COLUMBUS, FOLDER.resolve("roads"));
                var peer = GraphHopperPeer.open(COLUMBUS, FOLDER.resolve("peer-columbus"))) {
            roads.awaitIndex();
            out.println("Columbus: " + roads.size().junctions() + " crossings");
            var fleet = roads.<Integer>fleet();
            for (var unit = 0; unit < 1_000; unit++) {
                fleet.move(unit, anywhere(peer));
            }
            for (var share : SHARES) {
                regime(out, "columbus", fleet, peer, 1_000, share);
            }
        }
    }

    /** Until a question can be answered; the index, without which some answers take longer, may follow. */
    private static void importOurs(Path osm, boolean withIndex) throws Exception {
        var cache = Files.createTempDirectory(FOLDER, "import-");
        try (var roads = RoadNetwork.open(osm, cache)) {
            roads.route(HIGH_STREET, BROAD_STREET);
            if (withIndex) {
                roads.awaitIndex();
            }
        }
        delete(cache);
    }

    private static void importPeer(Path osm) throws IOException {
        var cache = Files.createTempDirectory(FOLDER, "import-");
        GraphHopperPeer.importBare(osm, cache.resolve("peer"));
        delete(cache);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Something that is timed. */
    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }

    private static double millis(Act act) throws Exception {
        var began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e6;
    }

    /** The same in time of the processor, which other work on the machine disturbs less. */
    private static double work(Act act) throws Exception {
        var began = THREADS.getCurrentThreadCpuTime();
        act.run();
        return (THREADS.getCurrentThreadCpuTime() - began) / 1e6;
    }
}
