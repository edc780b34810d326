package org.openbeat.engine.response.roads;

import java.util.Arrays;

/**
 * The arcs of a contraction hierarchy that lead upwards, laid out for a sweep from the top to the bottom: states are
 * renumbered by level, the highest first, so that one pass over the arrays meets everything in the order needed
 * (Delling, Goldberg, Nowatzyk, Werneck: PHAST, 2011).
 *
 * <p>Within a level states keep the order of the graph, which follows a curve over the map: what is read together lies
 * together.
 */
final class Hierarchy {
    private final int[] position;
    private final Up forward;
    private final Up backward;
    private final int[] above;

    /**
     * The upward arcs of position {@code p} are {@code first[p]} to {@code first[p + 1]}: the position of the upper end,
     * lower in number, and the packed weight of driving up ({@code forward}) or down ({@code backward}).
     */
    record Up(int[] first, int[] head, long[] weight) {}

    Hierarchy(int[][] upper, long[][] out, long[][] in, int[] degree, int[] level) {
        var highest = Arrays.stream(level).max().orElse(0);
        above = new int[highest + 2];
        for (var l : level) {
            above[l]++;
        }
        // above[l] becomes the number of states in level l and higher.
        for (var l = highest - 1; l >= 0; l--) {
            above[l] += above[l + 1];
        }
        position = new int[level.length];
        var next = new int[highest + 1];
        for (var l = 0; l <= highest; l++) {
            next[l] = above[l + 1];
        }
        var state = new int[level.length];
        for (var s = 0; s < level.length; s++) {
            position[s] = next[level[s]]++;
            state[position[s]] = s;
        }
        forward = up(state, upper, out, degree);
        backward = up(state, upper, in, degree);
    }

    private Up up(int[] state, int[][] upper, long[][] weight, int[] degree) {
        var first = new int[state.length + 1];
        for (var p = 0; p < state.length; p++) {
            first[p + 1] = first[p] + open(weight[state[p]], degree[state[p]]);
        }
        var up = new Up(first, new int[first[state.length]], new long[first[state.length]]);
        for (var p = 0; p < state.length; p++) {
            var at = first[p];
            var s = state[p];
            for (var i = 0; i < degree[s]; i++) {
                if (weight[s][i] < Packed.NEVER) {
                    up.head[at] = position[upper[s][i]];
                    up.weight[at++] = weight[s][i];
                }
            }
        }
        return up;
    }

    private static int open(long[] weights, int degree) {
        var open = 0;
        for (var i = 0; i < degree; i++) {
            open += weights[i] < Packed.NEVER ? 1 : 0;
        }
        return open;
    }

    int states() {
        return position.length;
    }

    int position(int state) {
        return position[state];
    }

    /** Arcs that go up, with the weight of driving up. */
    Up forward() {
        return forward;
    }

    /** The same arcs with the weight of driving down. */
    Up backward() {
        return backward;
    }

    /** How many positions lie in this level or higher. */
    int above(int level) {
        return above[Math.min(level, above.length - 1)];
    }

    long bytes() {
        return 4L * position.length + bytes(forward) + bytes(backward);
    }

    private static long bytes(Up up) {
        return 4L * up.first.length + 12L * up.head.length;
    }
}
