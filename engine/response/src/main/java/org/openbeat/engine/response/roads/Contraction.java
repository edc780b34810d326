package org.openbeat.engine.response.roads;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a contraction hierarchy (Geisberger, Sanders, Schultes, Delling 2008): takes state after state out of the graph
 * and, where the shortest way between two neighbours led through it, puts a shortcut in its place.
 *
 * <p>Which state goes next decides how many shortcuts there are, never whether times are exact. The order is found once
 * for a map; other conditions contract in the same order, which is much quicker. Whether a shortcut is needed is asked
 * of a search that gives up early; one too many does no harm.
 */
final class Contraction {
    private static final int WITNESS_WHEN_TRYING = 24;
    private static final int WITNESS_WHEN_DOING = 60;

    private final int states;
    private final int[][] neighbour;
    /** To the neighbour and from it, packed; {@link Packed#NEVER} where only the other direction is there. */
    private final long[][] out;

    private final long[][] in;
    private final int[] degree;
    private final int[] level;
    private final Witness witness;
    private int needed;
    private int taken;

    private Contraction(Metric metric) {
        states = metric.roads().states();
        neighbour = new int[states][];
        out = new long[states][];
        in = new long[states][];
        degree = new int[states];
        level = new int[states];
        witness = new Witness(states);
        var departing = metric.roads().departing();
        for (var state = 0; state < states; state++) {
            var size = 2 + departing.first()[state + 1] - departing.first()[state];
            neighbour[state] = new int[size];
            out[state] = new long[size];
            in[state] = new long[size];
        }
        for (var state = 0; state < states; state++) {
            for (var arc = departing.first()[state]; arc < departing.first()[state + 1]; arc++) {
                if (metric.departing()[arc] < Packed.NEVER && departing.other()[arc] != state) {
                    join(state, departing.other()[arc], metric.departing()[arc]);
                }
            }
        }
    }

    /** An order of contraction, and the hierarchy that came of finding it; null where the order was known. */
    record Ordered(int[] order, @Nullable Hierarchy hierarchy) {}

    /**
     * Finds the order in which to contract for these conditions and, later, for others of the same graph.
     *
     * @param wanted asked now and then; null is returned when nobody wants it any more
     */
    static @Nullable Ordered order(Metric metric, BooleanSupplier wanted) {
        var contraction = new Contraction(metric);
        var order = new int[contraction.states];
        var queue = new Waiting(contraction.states);
        for (var state = 0; state < contraction.states; state++) {
            queue.push(contraction.importance(state), state);
        }
        for (var done = 0; done < order.length; ) {
            var state = queue.pop();
            var now = contraction.importance(state);
            if (now > queue.least()) {
                queue.push(now, state);
            } else {
                contraction.take(state);
                order[done++] = state;
                if (done % 1024 == 0 && !wanted.getAsBoolean()) {
                    return null;
                }
            }
        }
        return new Ordered(order, contraction.hierarchy());
    }

    /** The hierarchy in a given order; null when nobody wants it any more. */
    static @Nullable Hierarchy hierarchy(Metric metric, int[] order, BooleanSupplier wanted) {
        var contraction = new Contraction(metric);
        for (var state : order) {
            contraction.take(state);
            if (contraction.taken % 1024 == 0 && !wanted.getAsBoolean()) {
                return null;
            }
        }
        return contraction.hierarchy();
    }

    private Hierarchy hierarchy() {
        return new Hierarchy(neighbour, out, in, degree, level);
    }

    /** Lower is sooner: few new arcs for those that go, and no tall towers. */
    private int importance(int state) {
        if (degree[state] == 0) {
            return level[state] * 1000;
        }
        shortcuts(state, false);
        var arcs = 0;
        for (var i = 0; i < degree[state]; i++) {
            arcs += (out[state][i] < Packed.NEVER ? 1 : 0) + (in[state][i] < Packed.NEVER ? 1 : 0);
        }
        return 1000 * level[state] + 2000 * needed / arcs;
    }

    private void take(int state) {
        shortcuts(state, true);
        for (var i = 0; i < degree[state]; i++) {
            var other = neighbour[state][i];
            level[other] = Math.max(level[other], level[state] + 1);
            leave(other, state);
        }
        taken++;
    }

    private void leave(int from, int gone) {
        var at = indexOf(from, gone);
        var last = --degree[from];
        neighbour[from][at] = neighbour[from][last];
        out[from][at] = out[from][last];
        in[from][at] = in[from][last];
    }

    private void shortcuts(int state, boolean make) {
        needed = 0;
        for (var i = 0; i < degree[state]; i++) {
            if (in[state][i] < Packed.NEVER) {
                shortcutsFrom(state, i, make);
            }
        }
    }

    private void shortcutsFrom(int state, int from, boolean make) {
        var most = -1L;
        var goals = 0;
        for (var to = 0; to < degree[state]; to++) {
            if (to != from && out[state][to] < Packed.NEVER) {
                most = Math.max(most, out[state][to]);
                goals++;
            }
        }
        if (goals == 0) {
            return;
        }
        var before = in[state][from];
        var start = neighbour[state][from];
        search(start, state, before + most, make ? WITNESS_WHEN_DOING : WITNESS_WHEN_TRYING);
        for (var to = 0; to < degree[state]; to++) {
            if (to != from && out[state][to] < Packed.NEVER) {
                var through = before + out[state][to];
                if (witness.reached(neighbour[state][to]) > through) {
                    needed++;
                    if (make) {
                        join(start, neighbour[state][to], through);
                    }
                }
            }
        }
        witness.forget();
    }

    /** What is left of the graph without a state, from one of its neighbours, as far as a limit; gives up early. */
    private void search(int start, int without, long limit, int patience) {
        witness.reach(start, 0);
        for (var left = patience; left > 0; left--) {
            var state = witness.next();
            if (state < 0 || witness.reached(state) >= limit) {
                return;
            }
            var here = witness.reached(state);
            for (var i = 0; i < degree[state]; i++) {
                var there = here + out[state][i];
                if (there <= limit && neighbour[state][i] != without) {
                    witness.reach(neighbour[state][i], there);
                }
            }
        }
    }

    private void join(int from, int to, long weight) {
        var there = place(from, to);
        out[from][there] = Math.min(out[from][there], weight);
        var back = place(to, from);
        in[to][back] = Math.min(in[to][back], weight);
    }

    private int indexOf(int state, int other) {
        var neighbours = neighbour[state];
        for (var i = 0; i < degree[state]; i++) {
            if (neighbours[i] == other) {
                return i;
            }
        }
        return -1;
    }

    private int place(int state, int other) {
        var found = indexOf(state, other);
        if (found >= 0) {
            return found;
        }
        var at = degree[state]++;
        if (at == neighbour[state].length) {
            var size = at + 2 + at / 2;
            neighbour[state] = Arrays.copyOf(neighbour[state], size);
            out[state] = Arrays.copyOf(out[state], size);
            in[state] = Arrays.copyOf(in[state], size);
        }
        neighbour[state][at] = other;
        out[state][at] = Packed.NEVER;
        in[state][at] = Packed.NEVER;
        return at;
    }
}
