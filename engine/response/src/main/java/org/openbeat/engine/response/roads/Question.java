package org.openbeat.engine.response.roads;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.roads.Search.Found;

/**
 * One question: times between a hub and places, in one direction, by the technique that will be quickest. Each is exact;
 * they differ in what they cost.
 *
 * <p>The search from the hub costs by the states it reaches until enough is found: few where suitable places are dense.
 * The sweep costs by the map and the number of places and needs a hierarchy. The constants are measured (ADR 23); they
 * decide about speed alone.
 */
record Question(Indexing.Now now, Links hub, boolean toHub, Places places, long[] best) {
    private static final double SEARCH_NANOS_A_STATE = 70;
    private static final double CLIMB_NANOS = 100_000;
    private static final double NANOS_A_PLACE = 8_000;
    private static final double SWEEP_NANOS_A_STATE = 16;
    private static final double NANOS_A_PLACE_AFTER_SWEEP = 500;

    /** Places in order of time until enough of them were told. */
    Found nearest(Workshop workshop, int wanted, int suitable, IntPredicate enough) {
        var hierarchy = now.hierarchy();
        if (hierarchy == null || searchNanos(wanted, suitable) < sweepNanos(hierarchy, best.length)) {
            return search(workshop, enough);
        }
        sweep(workshop, hierarchy, place -> true, best.length);
        return inOrder(place -> true, enough);
    }

    /** The suitable places that come first, at most so many, in order of time. */
    int[] nearestOf(Workshop workshop, int wanted, int suitable, IntPredicate good) {
        var hierarchy = now.hierarchy();
        if (wanted <= 0 || suitable == 0) {
            return new int[0];
        }
        if (hierarchy == null || searchNanos(wanted, suitable) < sweepNanos(hierarchy, suitable)) {
            return searched(workshop, Math.min(wanted, suitable), good);
        }
        sweep(workshop, hierarchy, good, suitable);
        return Order.least(best, wanted, good);
    }

    private int[] searched(Workshop workshop, int wanted, IntPredicate good) {
        var order = new int[wanted];
        var told = new int[1];
        search(workshop, place -> {
            if (good.test(place)) {
                order[told[0]++] = place;
            }
            return told[0] == wanted;
        });
        return Arrays.copyOf(order, told[0]);
    }

    /** The time of every place that passes; the others are left as they are. */
    void all(Workshop workshop, int count, IntPredicate passes) {
        var hierarchy = now.hierarchy();
        if (hierarchy == null) {
            var left = new int[] {count};
            search(workshop, place -> passes.test(place) && --left[0] == 0);
        } else {
            sweep(workshop, hierarchy, passes, count);
        }
    }

    /** Positions of a hierarchy from which all units of a fleet were told lately. */
    record Selection(Hierarchy hierarchy, int[] positions) {}

    /**
     * The time of every place, with the help of what was computed last time: units move little between two questions,
     * so most of what is needed is known beforehand and is computed in order. What is new is computed singly.
     *
     * @return what will help the next question
     */
    @Nullable
    Selection all(Workshop workshop, int count, @Nullable Selection last) {
        var hierarchy = now.hierarchy();
        if (hierarchy == null || whole(hierarchy, count) > 0) {
            all(workshop, count, place -> true);
            return null;
        }
        var sweep = workshop.sweep(hierarchy);
        sweep.toTarget(hierarchy, hub, 0);
        var known = last != null && last.hierarchy == hierarchy ? last.positions : new int[0];
        sweep.compute(known);
        read(sweep, place -> true);
        if (known.length > hierarchy.states() / 4) {
            return null; // units have been everywhere by now
        }
        return sweep.computedSingly() * 50 < known.length ? last : new Selection(hierarchy, sweep.computed());
    }

    private double searchNanos(int wanted, int suitable) {
        var share = suitable <= wanted ? 1 : (double) wanted / suitable;
        return SEARCH_NANOS_A_STATE * share * now.metric().roads().states();
    }

    private static double sweepNanos(Hierarchy hierarchy, int places) {
        var whole = whole(hierarchy, places);
        var each = whole == 0 ? NANOS_A_PLACE : NANOS_A_PLACE_AFTER_SWEEP;
        return CLIMB_NANOS + SWEEP_NANOS_A_STATE * whole + each * places;
    }

    /**
     * How many positions to sweep at once: none for few places; for many, all but the lowest levels, in which each
     * place has little of its own to ask; for very many everything that anything hangs on.
     */
    private static int whole(Hierarchy hierarchy, int places) {
        if (places * 400L < hierarchy.states()) {
            return 0;
        }
        var lowest = places * 130L < hierarchy.states() ? 4 : places * 25L < hierarchy.states() ? 2 : 1;
        return hierarchy.above(lowest);
    }

    Found search(Workshop workshop, IntPredicate enough) {
        var metric = now.metric();
        return toHub
                ? workshop.search().toTarget(metric, hub, places, best, enough)
                : workshop.search().fromOrigin(metric, hub, places, best, enough);
    }

    private void sweep(Workshop workshop, Hierarchy hierarchy, IntPredicate passes, int count) {
        sweep(workshop.sweep(hierarchy), hierarchy, passes, whole(hierarchy, count));
    }

    /** By sweeping so many positions whole, whatever that costs. */
    void sweep(Sweep sweep, Hierarchy hierarchy, IntPredicate passes, int whole) {
        if (toHub) {
            sweep.toTarget(hierarchy, hub, whole);
        } else {
            sweep.fromOrigin(hierarchy, hub, whole);
        }
        read(sweep, passes);
    }

    private void read(Sweep sweep, IntPredicate passes) {
        for (var slot = 0; slot < places.slots(); slot++) {
            var place = places.place(slot);
            if (place != Places.NONE && passes.test(place)) {
                best[place] = Math.min(best[place], sweep.of(places.state(slot)) + places.weight(slot));
            }
        }
    }

    private Found inOrder(IntPredicate passes, IntPredicate enough) {
        var order = new int[best.length];
        var found = 0;
        for (var place = 0; place < best.length; place++) {
            if (best[place] < Packed.NEVER && passes.test(place)) {
                order[found++] = place;
            }
        }
        Order.sort(order, 0, found, best);
        for (var told = 0; told < found; told++) {
            if (enough.test(order[told])) {
                return new Found(Arrays.copyOf(order, told + 1), best);
            }
        }
        return new Found(Arrays.copyOf(order, found), best);
    }

    /** The large arrays that questions are answered with, one set for each question under way. */
    static final class Workshop {
        private final RoadGraph roads;
        private @Nullable Search search;
        private @Nullable Sweep sweep;
        private @Nullable Places places;

        Workshop(RoadGraph roads) {
            this.roads = roads;
        }

        Search search() {
            search = search == null ? new Search(roads) : search;
            return search;
        }

        Sweep sweep(Hierarchy hierarchy) {
            sweep = sweep == null ? new Sweep(hierarchy) : sweep;
            return sweep;
        }

        /** Places to hang up, empty. */
        Places places() {
            if (places == null) {
                places = new Places(roads.states());
            }
            places.clear();
            return places;
        }
    }
}
