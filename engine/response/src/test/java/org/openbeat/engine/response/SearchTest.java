package org.openbeat.engine.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final int CASES = 4000;

    @Test
    void many_to_one_equals_a_plain_search_forward_from_each_origin() {
        for (var seed = 0; seed < CASES; seed++) {
            var random = new Random(seed);
            var roads = randomRoads(random);
            var origins = randomPlaces(random, roads, 1 + random.nextInt(8));
            var target = randomPlaces(random, roads, 1)[0];
            var found = new Search(roads).toTarget(origins, target, place -> false);
            for (var i = 0; i < origins.length; i++) {
                assertThat(found.found[i] ? found.millis[i] : -1)
                        .as("seed %s, origin %s", seed, i)
                        .isEqualTo(plain(roads, origins[i], target));
            }
        }
    }

    @Test
    void one_to_many_equals_a_plain_search_forward_to_each_target() {
        for (var seed = CASES; seed < 2 * CASES; seed++) {
            var random = new Random(seed);
            var roads = randomRoads(random);
            var origin = randomPlaces(random, roads, 1)[0];
            var targets = randomPlaces(random, roads, 1 + random.nextInt(8));
            var found = new Search(roads).fromOrigin(origin, targets, place -> false);
            for (var i = 0; i < targets.length; i++) {
                assertThat(found.found[i] ? found.millis[i] : -1)
                        .as("seed %s, target %s", seed, i)
                        .isEqualTo(plain(roads, origin, targets[i]));
            }
        }
    }

    @Test
    void a_search_used_again_remembers_nothing_of_the_last_time() {
        var random = new Random(7);
        var roads = randomRoads(random);
        var used = new Search(roads);
        for (var i = 0; i < 500; i++) {
            var origins = randomPlaces(random, roads, 5);
            var target = randomPlaces(random, roads, 1)[0];
            var again = used.toTarget(origins, target, place -> false);
            var fresh = new Search(roads).toTarget(origins, target, place -> false);
            assertThat(again.millis).isEqualTo(fresh.millis);
            assertThat(again.centimetres).isEqualTo(fresh.centimetres);
        }
    }

    @Test
    void places_are_told_nearest_first_so_a_search_may_stop_at_the_first_ones() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var roads = randomRoads(random);
            var origins = randomPlaces(random, roads, 10);
            var target = randomPlaces(random, roads, 1)[0];
            var order = new ArrayList<Integer>();
            var all = new Search(roads).toTarget(origins, target, place -> !order.add(place));
            assertThat(order.stream().map(place -> all.millis[place]).toList()).isSorted();

            var first = new ArrayList<Integer>();
            new Search(roads).toTarget(origins, target, place -> first.add(place) && first.size() == 3);
            assertThat(first).isEqualTo(order.subList(0, Math.min(3, order.size())));
        }
    }

    @Test
    void the_way_is_made_of_arcs_that_join_and_takes_the_time_that_was_told() {
        for (var seed = 0; seed < 1000; seed++) {
            var random = new Random(seed);
            var roads = randomRoads(random);
            var places = randomPlaces(random, roads, 2);
            var search = new Search(roads);
            var found = search.toTarget(new OnRoad[] {places[0]}, places[1], place -> true);
            if (found.found[0]) {
                assertThat(timeOf(search.way(0), places[0], places[1], roads))
                        .as("seed %s", seed)
                        .isEqualTo(found.millis[0]);
            }
        }
    }

    private static long timeOf(int[] way, OnRoad from, OnRoad to, RoadGraph roads) {
        if (way.length == 1) {
            return from.straightTo(to, roads).millis();
        }
        var leave = way[0] % 2 == 0 ? from.leaveAlong(roads) : from.leaveBack(roads);
        var junction = leave.junction();
        long time = leave.millis();
        for (var i = 1; i < way.length - 1; i++) {
            var stretch = way[i] / 2;
            assertThat(junction).isEqualTo(way[i] % 2 == 0 ? roads.base(stretch) : roads.far(stretch));
            junction = way[i] % 2 == 0 ? roads.far(stretch) : roads.base(stretch);
            time += roads.millis(way[i]);
        }
        var arrive = way[way.length - 1] % 2 == 0 ? to.arriveAlong(roads) : to.arriveBack(roads);
        assertThat(junction).isEqualTo(arrive.junction());
        return time + arrive.millis();
    }

    /** Up to 30 junctions; a third of the stretches one-way, some closed, loops and parallels among them. */
    private static RoadGraph randomRoads(Random random) {
        var junctions = 2 + random.nextInt(29);
        var stretches = 1 + random.nextInt(3 * junctions);
        var base = new int[stretches];
        var far = new int[stretches];
        var along = new int[stretches];
        var back = new int[stretches];
        var centimetres = new int[stretches];
        for (var i = 0; i < stretches; i++) {
            base[i] = random.nextInt(junctions);
            far[i] = random.nextInt(junctions);
            along[i] = random.nextInt(20) == 0 ? RoadGraph.CLOSED : random.nextInt(1000);
            back[i] = random.nextInt(3) == 0 ? RoadGraph.CLOSED : random.nextInt(1000);
            centimetres[i] = random.nextInt(100_000);
        }
        return new RoadGraph(junctions, base, far, along, back, centimetres);
    }

    private static OnRoad[] randomPlaces(Random random, RoadGraph roads, int count) {
        var places = new OnRoad[count];
        for (var i = 0; i < count; i++) {
            var fraction = random.nextInt(5) == 0 ? random.nextInt(2) : random.nextDouble();
            places[i] = new OnRoad(random.nextInt(roads.stretches()), fraction, 0);
        }
        return places;
    }

    /** Dijkstra's search as the textbook has it, without a queue, with the two places as junctions of their own; -1: no way. */
    private static int plain(RoadGraph roads, OnRoad from, OnRoad to) {
        var start = roads.junctions();
        var goal = start + 1;
        var arcs = new ArrayList<int[]>();
        for (var stretch = 0; stretch < roads.stretches(); stretch++) {
            arc(arcs, roads.base(stretch), roads.far(stretch), roads.millis(2 * stretch), 1);
            arc(arcs, roads.far(stretch), roads.base(stretch), roads.millis(2 * stretch + 1), 1);
        }
        var there = from.stretch();
        arc(arcs, start, roads.far(there), roads.millis(2 * there), 1 - from.fraction());
        arc(arcs, start, roads.base(there), roads.millis(2 * there + 1), from.fraction());
        var here = to.stretch();
        arc(arcs, roads.base(here), goal, roads.millis(2 * here), to.fraction());
        arc(arcs, roads.far(here), goal, roads.millis(2 * here + 1), 1 - to.fraction());
        if (there == here) {
            var part = to.fraction() - from.fraction();
            arc(arcs, start, goal, roads.millis(part >= 0 ? 2 * here : 2 * here + 1), Math.abs(part));
        }
        return plain(arcs, start, goal);
    }

    private static void arc(List<int[]> arcs, int from, int to, int millis, double part) {
        if (part == 0) {
            arcs.add(new int[] {from, to, 0});
        } else if (millis != RoadGraph.CLOSED) {
            arcs.add(new int[] {from, to, (int) Math.round(millis * part)});
        }
    }

    private static int plain(List<int[]> arcs, int start, int goal) {
        var time = new int[goal + 1];
        var done = new boolean[goal + 1];
        Arrays.fill(time, Integer.MAX_VALUE);
        time[start] = 0;
        for (var at = start; at >= 0; at = nearestOpen(time, done)) {
            done[at] = true;
            for (var arc : arcs) {
                if (arc[0] == at) {
                    time[arc[1]] = Math.min(time[arc[1]], time[at] + arc[2]);
                }
            }
        }
        return done[goal] ? time[goal] : -1;
    }

    private static int nearestOpen(int[] time, boolean[] done) {
        var nearest = -1;
        for (var i = 0; i < time.length; i++) {
            if (!done[i] && time[i] != Integer.MAX_VALUE && (nearest < 0 || time[i] < time[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }
}
