package org.openbeat.engine.response.roads;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Small parts of the road network that one cannot leave or cannot get to, such as car parks behind a gate that the map
 * does not know: nobody is taken to be there, because nobody could be sent. Strongly connected components by Tarjan's
 * algorithm (1972), without recursion.
 */
final class Islands {
    /** A component of fewer states is an island, except the greatest of all. */
    private static final int SMALL = 200;

    private final RoadGraph roads;
    private final int[] seen;
    private final int[] low;
    private final int[] component;
    private final int[] stack;
    private final int[] path;
    private final int[] nextArc;
    private int stacked;
    private int counter;
    private int components;

    private Islands(RoadGraph roads) {
        this.roads = roads;
        seen = new int[roads.states()];
        low = new int[roads.states()];
        component = new int[roads.states()];
        stack = new int[roads.states()];
        path = new int[roads.states()];
        nextArc = new int[roads.states()];
        Arrays.fill(component, -1);
    }

    /** The stretches that lie between junctions of the mainland. */
    static BitSet mainland(RoadGraph roads) {
        var islands = new Islands(roads);
        for (var state = 0; state < roads.states(); state++) {
            if (islands.seen[state] == 0) {
                islands.explore(state);
            }
        }
        return islands.stretches();
    }

    private void explore(int root) {
        var depth = 0;
        enter(root);
        path[0] = root;
        while (depth >= 0) {
            var state = path[depth];
            var arcs = roads.departing();
            if (nextArc[state] < arcs.first()[state + 1]) {
                var other = arcs.other()[nextArc[state]++];
                if (seen[other] == 0) {
                    enter(other);
                    path[++depth] = other;
                } else if (component[other] < 0) {
                    low[state] = Math.min(low[state], seen[other]);
                }
            } else {
                close(state);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[state]);
                }
            }
        }
    }

    private void enter(int state) {
        seen[state] = ++counter;
        low[state] = counter;
        nextArc[state] = roads.departing().first()[state];
        stack[stacked++] = state;
    }

    private void close(int state) {
        if (low[state] != seen[state]) {
            return;
        }
        int member;
        do {
            member = stack[--stacked];
            component[member] = components;
        } while (member != state);
        components++;
    }

    private BitSet stretches() {
        var size = new int[components];
        for (var each : component) {
            size[each]++;
        }
        var least = Math.min(SMALL, Arrays.stream(size).max().orElse(0));
        var good = new BitSet(roads.junctions());
        for (var junction = 0; junction < roads.junctions(); junction++) {
            for (var state : roads.statesAt(junction)) {
                if (size[component[state]] >= least) {
                    good.set(junction);
                }
            }
        }
        var stretches = new BitSet(roads.stretches().count());
        for (var stretch = 0; stretch < roads.stretches().count(); stretch++) {
            stretches.set(stretch, good.get(roads.tail(2 * stretch)) && good.get(roads.tail(2 * stretch + 1)));
        }
        return stretches;
    }
}
