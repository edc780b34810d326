package org.openbeat.engine.response.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.response.roads.Oracle.RandomCity;
import org.openbeat.engine.response.roads.RoadGraph.NoTurn;
import org.openbeat.engine.response.roads.RoadGraph.Stretches;

/** Every technique against the plain search, on towns of chance with one-way streets, forbidden turns and closures. */
class ExactTimesTest {
    private static final int CASES = 10_000;

    /** A town, our graph of it, and some places in it. */
    private record Case(int seed, RandomCity city, Metric metric, OnRoad[] units, OnRoad incident) {
        static Case of(int seed) {
            var random = new Random(seed);
            var city = randomCity(random);
            var metric = metricOf(city);
            var incident = place(random, city);
            var units = new OnRoad[1 + random.nextInt(6)];
            Arrays.setAll(units, i -> place(random, city));
            return new Case(seed, city, metric, units, incident);
        }

        Question question(Hierarchy hierarchy, boolean toIncident) {
            var places = new Places(metric.roads().states());
            var best = new long[units.length];
            for (var i = 0; i < units.length; i++) {
                places.hang(i, toIncident ? metric.leave(units[i]) : metric.arrive(units[i]));
                best[i] = toIncident ? metric.straight(units[i], incident) : metric.straight(incident, units[i]);
            }
            var hub = toIncident ? metric.arrive(incident) : metric.leave(incident);
            return new Question(new Indexing.Now(metric, hierarchy), hub, toIncident, places, best);
        }

        long[] oracle(boolean toIncident) {
            return Arrays.stream(units)
                    .map(unit ->
                            toIncident ? Oracle.fastest(city, unit, incident) : Oracle.fastest(city, incident, unit))
                    .mapToLong(found -> found == null ? Packed.NEVER : Packed.of(found[0], found[1]))
                    .toArray();
        }
    }

    @Test
    void from_many_units_to_one_incident_every_technique_equals_the_plain_search() {
        for (var seed = 0; seed < CASES; seed++) {
            checkEveryTechnique(Case.of(seed), true);
        }
    }

    @Test
    void from_one_place_to_many_every_technique_equals_the_plain_search() {
        for (var seed = CASES; seed < CASES + CASES / 4; seed++) {
            checkEveryTechnique(Case.of(seed), false);
        }
    }

    private static void checkEveryTechnique(Case town, boolean toIncident) {
        var right = town.oracle(toIncident);
        var roads = town.metric.roads();
        var searched = town.question(null, toIncident);
        searched.search(new Question.Workshop(roads), place -> false);
        assertThat(searched.best()).as("search, seed %s", town.seed).isEqualTo(right);
        var hierarchy = Contraction.order(town.metric, () -> true).hierarchy();
        var sweep = new Sweep(hierarchy);
        for (var whole : new int[] {0, hierarchy.above(1), roads.states()}) {
            var swept = town.question(hierarchy, toIncident);
            swept.sweep(sweep, hierarchy, place -> true, whole);
            assertThat(swept.best()).as("%s swept, seed %s", whole, town.seed).isEqualTo(right);
        }
    }

    @Test
    void a_hierarchy_in_the_order_of_other_conditions_is_as_exact() {
        for (var seed = 0; seed < 1000; seed++) {
            var town = Case.of(seed);
            var order = IntStream.range(0, town.metric.roads().states()).toArray();
            var hierarchy = Contraction.hierarchy(town.metric, order, () -> true);
            var swept = town.question(hierarchy, true);
            swept.sweep(new Sweep(hierarchy), hierarchy, place -> true, seed % 2 == 0 ? 0 : order.length);
            assertThat(swept.best()).as("seed %s", seed).isEqualTo(town.oracle(true));
        }
    }

    @Test
    void the_nearest_are_the_same_by_search_and_by_sweep_in_the_same_order() {
        for (var seed = 0; seed < 2000; seed++) {
            var town = Case.of(seed);
            var right = town.oracle(true);
            var wanted = 1 + seed % 3;
            var expected = IntStream.range(0, right.length)
                    .filter(unit -> unit % 2 == 0 && right[unit] < Packed.NEVER)
                    .boxed()
                    .sorted((a, b) -> right[a] != right[b] ? Long.compare(right[a], right[b]) : a - b)
                    .limit(wanted)
                    .mapToInt(unit -> unit)
                    .toArray();
            var order = Contraction.order(town.metric, () -> true).order();
            for (var hierarchy : new Hierarchy[] {null, Contraction.hierarchy(town.metric, order, () -> true)}) {
                var found = town.question(hierarchy, true)
                        .nearestOf(
                                new Question.Workshop(town.metric.roads()),
                                wanted,
                                (right.length + 1) / 2,
                                unit -> unit % 2 == 0);
                assertThat(found).as("seed %s", seed).isEqualTo(expected);
            }
        }
    }

    @Test
    void what_the_last_question_computed_helps_the_next_about_units_that_moved() {
        for (var seed = 0; seed < 1000; seed++) {
            var first = Case.of(seed);
            var workshop = new Question.Workshop(first.metric.roads());
            var hierarchy = Contraction.order(first.metric, () -> true).hierarchy();
            Question.Selection selection = null;
            for (var turn = 0; turn < 4; turn++) {
                var random = new Random(31L * seed + turn);
                var units = first.units.clone();
                units[random.nextInt(units.length)] = place(random, first.city);
                var town = new Case(seed, first.city, first.metric, units, place(random, first.city));
                var question = town.question(hierarchy, true);
                selection = question.all(workshop, 0, selection);
                assertThat(question.best()).as("seed %s, turn %s", seed, turn).isEqualTo(town.oracle(true));
            }
        }
    }

    @Test
    void a_search_used_again_remembers_nothing_of_the_last_time() {
        var town = Case.of(7);
        var used = new Question.Workshop(town.metric.roads());
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var units = new OnRoad[] {place(random, town.city), place(random, town.city)};
            var other = new Case(seed, town.city, town.metric, units, place(random, town.city));
            var again = other.question(null, true);
            var enough = new int[] {1 + seed % 2};
            again.search(used, unit -> --enough[0] == 0);
            var all = other.question(null, true);
            all.search(used, unit -> false);
            assertThat(all.best()).as("seed %s", seed).isEqualTo(other.oracle(true));
        }
    }

    @Test
    void the_way_is_made_of_directions_that_join_and_takes_the_time_that_was_told() {
        for (var seed = 0; seed < 1000; seed++) {
            var town = Case.of(seed);
            var question = town.question(null, true);
            var workshop = new Question.Workshop(town.metric.roads());
            workshop.search().tracing();
            question.search(workshop, unit -> false);
            var straight = town.metric.straight(town.units[0], town.incident);
            if (question.best()[0] < Packed.NEVER && question.best()[0] != straight) {
                var way = workshop.search().way(town.metric.leave(town.units[0]), question.hub(), question.best()[0]);
                assertThat(timeOf(town, way)).as("seed %s", seed).isEqualTo(Packed.millis(question.best()[0]));
            }
        }
    }

    private static int timeOf(Case town, int[] way) {
        var city = town.city;
        var from = town.units[0];
        var first = way[0];
        var time = (int)
                Math.round(Math.max(0, city.millis(first)) * (first % 2 == 0 ? 1 - from.fraction() : from.fraction()));
        for (var i = 1; i < way.length; i++) {
            assertThat(city.start(way[i])).isEqualTo(city.end(way[i - 1]));
            time += i < way.length - 1 ? city.millis(way[i]) : 0;
        }
        var last = way[way.length - 1];
        var to = town.incident;
        return time
                + (int) Math.round(
                        Math.max(0, city.millis(last)) * (last % 2 == 0 ? to.fraction() : 1 - to.fraction()));
    }

    /** Up to 14 junctions; a third of the stretches one-way, some closed, loops and parallels among them. */
    private static RandomCity randomCity(Random random) {
        var junctions = 2 + random.nextInt(13);
        var stretches = 1 + random.nextInt(3 * junctions);
        var base = new int[stretches];
        var far = new int[stretches];
        var along = new int[stretches];
        var back = new int[stretches];
        var length = new int[stretches];
        var slow = new int[stretches];
        var closed = new HashSet<Integer>();
        var scale = random.nextInt(3) == 0 ? 3 : 4000;
        for (var i = 0; i < stretches; i++) {
            base[i] = random.nextInt(junctions);
            far[i] = random.nextInt(junctions);
            along[i] = random.nextInt(20) == 0 ? -1 : random.nextInt(scale);
            back[i] = random.nextInt(3) == 0 ? -1 : random.nextInt(scale);
            length[i] = random.nextInt(100_000);
            slow[i] = random.nextInt(8) == 0 ? 3 : 1;
            if (random.nextInt(10) == 0) {
                closed.add(i);
            }
        }
        var city = new RandomCity(junctions, base, far, along, back, length, new HashSet<>(), closed, slow);
        for (var i = random.nextInt(6 * stretches); i > 0; i--) {
            var in = random.nextInt(2 * stretches);
            var out = random.nextInt(2 * stretches);
            if (city.end(in) == city.start(out)) {
                city.noTurn().add(Oracle.turn(in, out));
            }
        }
        return city;
    }

    private static Metric metricOf(RandomCity city) {
        var noTurns = new ArrayList<NoTurn>();
        city.noTurn().forEach(turn -> noTurns.add(new NoTurn((int) (turn >>> 32), (int) (long) turn)));
        var stretches = new Stretches(
                city.base(), city.far(), city.along(), city.back(), city.length(), new byte[city.stretches()]);
        var roads = new RoadGraph(city.junctions(), stretches, List.copyOf(noTurns), Map.of());
        return new Metric(roads, new Metric.Change() {
            @Override
            public int millis(int key, int usual) {
                return usual * city.slow()[key / 2];
            }

            @Override
            public boolean closed(int key) {
                return city.closed().contains(key / 2);
            }
        });
    }

    private static OnRoad place(Random random, RandomCity city) {
        var fraction = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble();
        return new OnRoad(random.nextInt(city.stretches()), fraction, 0);
    }
}
