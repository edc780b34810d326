package org.openbeat.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.queueing.Hypercube;
import org.openbeat.engine.response.queueing.Line;
import org.openbeat.engine.response.queueing.ServiceSystem;
import org.openbeat.engine.response.simulation.CallSource;
import org.openbeat.engine.response.simulation.Fleet;
import org.openbeat.engine.response.simulation.ServiceTime;
import org.openbeat.engine.response.simulation.Simulation;

/**
 * How busy units are in the long run: the exact model of ten, fifteen and twenty units, the approximate one of a
 * thousand, and a year of calls played through on the roads of Columbus. The model and the simulation check each other.
 */
final class QueueingBenchmark implements Bench.Benchmark {
    private static final Path COLUMBUS = Path.of("../shared/data/osm/columbus.osm.pbf");
    private static final Path FOLDER = Path.of("bench/target/queueing");
    private static final int YEAR_OF_CALLS = 500_000;
    private static final int UNITS = 100;
    private static final int PLACES = 500;
    private static final double MINUTE = 60;
    private static final double YEAR = 365 * 24 * 60 * MINUTE;

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public List<Figure> run(PrintStream out) throws Exception {
        exact(out);
        approximate(out);
        if (Files.exists(COLUMBUS)) {
            Files.createDirectories(FOLDER);
            try (var roads = RoadNetwork.open(COLUMBUS, FOLDER.resolve("roads"))) {
                year(out, roads);
            }
        } else {
            out.println("queueing: no map of Columbus beside the repository; the year on roads is left out");
        }
        return figures;
    }

    private void exact(PrintStream out) {
        var ten = millis(21, seed -> Hypercube.exact(made(seed, 10, 200, 0.5)).busy(0));
        out.println(line("hypercube, 10 units, 200 atoms, exact", ten));
        figures.add(Figure.atMost("dispatch-hypercube-10-ms", ten.median(), 50));
        out.println(line(
                "hypercube, 15 units, exact",
                millis(5, seed -> Hypercube.exact(made(seed, 15, 200, 0.5)).busy(0))));
        out.println(line(
                "hypercube, 20 units, exact",
                millis(3, seed -> Hypercube.exact(made(seed, 20, 200, 0.5)).busy(0))));
        var system = made(7, 10, 200, 0.5);
        var state = Hypercube.exact(system);
        var simulated = Simulation.longRun(
                Fleet.like(system, new double[10][200]),
                CallSource.random(system, ServiceTime.exponential(1 / system.serviceRate()), YEAR_OF_CALLS, 7));
        var held = 0;
        for (var unit = 0; unit < 10; unit++) {
            held += simulated.busy(unit).holds(state.busy(unit)) ? 1 : 0;
        }
        out.println("hypercube, 10 units: " + held + " of 10 exact workloads lie in the 95 % intervals of "
                + YEAR_OF_CALLS + " simulated calls");
    }

    private void approximate(PrintStream out) {
        var system = made(1, 1000, 10_000, 0.5);
        out.println(line(
                "hypercube, 1000 units, 10000 atoms, approximate",
                millis(3, seed -> Hypercube.approximate(system).busy(0))));
    }

    private void year(PrintStream out, RoadNetwork roads) {
        var random = new SplittableRandom(12);
        var began = System.nanoTime();
        var travel = travel(roads, random);
        var measured = System.nanoTime();
        var rates = random.doubles(PLACES).map(each -> each * each).toArray();
        var sum = Arrays.stream(rates).sum();
        for (var place = 0; place < PLACES; place++) {
            rates[place] *= YEAR_OF_CALLS / YEAR / sum;
        }
        var system = ServiceSystem.nearestFirst(rates, travel, 1 / (45 * MINUTE), Line.INFINITE);
        var fleet = Fleet.nearestFirst(travel, new long[UNITS], Line.INFINITE);
        var calls = CallSource.random(system, ServiceTime.logNormal(35 * MINUTE, 0.8), YEAR_OF_CALLS, 12);
        var outcome = Simulation.longRun(fleet, calls);
        var seconds = (System.nanoTime() - began) / 1e9;
        var response = outcome.response();
        out.println(String.format(
                Locale.ROOT,
                "a year on Columbus: %d calls, %d units, %d places; %.2f s, of that %.2f s for travel times by road; "
                        + "mean response %.0f s, give or take %.0f s; nine of ten within %.0f s",
                YEAR_OF_CALLS,
                UNITS,
                PLACES,
                seconds,
                (measured - began) / 1e9,
                response.mean(),
                response.halfWidth(),
                outcome.quantile(0, 0.9)));
        figures.add(Figure.atMost("dispatch-simulated-year-s", seconds, 30));
    }

    private static double[][] travel(RoadNetwork roads, SplittableRandom random) {
        var origins = new ArrayList<Origin<Integer>>();
        for (var unit = 0; unit < UNITS; unit++) {
            origins.add(new Origin<>(unit, inColumbus(random)));
        }
        var travel = new double[UNITS][PLACES];
        for (var place = 0; place < PLACES; place++) {
            var to = place;
            roads.travelTimes(origins, inColumbus(random))
                    .forEach((unit, time) -> travel[unit][to] = time.duration().toMillis() / 1000.0);
        }
        return travel;
    }

    private static Point inColumbus(SplittableRandom random) {
        return new Point(39.92 + random.nextDouble() * 0.12, -83.06 + random.nextDouble() * 0.14);
    }

    private static ServiceSystem made(long seed, int units, int atoms, double use) {
        var random = new SplittableRandom(seed);
        var rates = random.doubles(atoms).toArray();
        var sum = Arrays.stream(rates).sum();
        var times = new double[units][];
        for (var unit = 0; unit < units; unit++) {
            times[unit] = random.doubles(atoms).toArray();
        }
        for (var atom = 0; atom < atoms; atom++) {
            rates[atom] *= use * units / sum;
        }
        return ServiceSystem.nearestFirst(rates, times, 1, Line.INFINITE);
    }

    /** The first third warms up. */
    private static Samples millis(int rounds, LongFunction<Double> work) {
        var taken = new double[rounds];
        for (var round = -rounds / 3; round < rounds; round++) {
            var began = System.nanoTime();
            var unused = work.apply(round); // Only the time is asked.
            if (round >= 0) {
                taken[round] = (System.nanoTime() - began) / 1e6;
            }
        }
        return new Samples(taken);
    }

    private static String line(String name, Samples millis) {
        return String.format(
                Locale.ROOT, "%s: %.1f ms (median), %.1f ms (slowest)", name, millis.median(), millis.max());
    }
}
