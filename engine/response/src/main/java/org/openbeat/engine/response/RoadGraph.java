package org.openbeat.engine.response;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Junctions and stretches of road between them, in flat arrays.
 *
 * <p>A stretch leads from its base to its far end; it has a time in each direction in milliseconds, or
 * {@link #CLOSED}. Whole numbers, so that a shortest time does not depend on the order of additions.
 */
final class RoadGraph {
    /** The time of a direction in which nobody may drive. */
    static final int CLOSED = -1;

    private final int junctions;
    private final int[] base;
    private final int[] far;
    private final int[] millisAlong;
    private final int[] millisBack;
    private final int[] centimetres;
    private final Arcs departing;
    private final Arcs arriving;

    RoadGraph(int junctions, int[] base, int[] far, int[] millisAlong, int[] millisBack, int[] centimetres) {
        this.junctions = junctions;
        this.base = base.clone();
        this.far = far.clone();
        this.millisAlong = millisAlong.clone();
        this.millisBack = millisBack.clone();
        this.centimetres = centimetres.clone();
        this.departing = arcs(true);
        this.arriving = arcs(false);
    }

    /**
     * All arcs of one end, in the manner of compressed sparse rows: those of junction {@code n} are
     * {@code first[n]} to {@code first[n + 1]}. The key of an arc is twice its stretch, plus one when driven back.
     */
    record Arcs(int[] first, int[] other, int[] millis, int[] centimetres, int[] key) {}

    private Arcs arcs(boolean departing) {
        var keys = 2 * base.length;
        var first = new int[junctions + 1];
        IntUnaryOperator here = key -> departing == (key % 2 == 0) ? base[key / 2] : far[key / 2];
        for (var key = 0; key < keys; key++) {
            if (millis(key) != CLOSED) {
                first[here.applyAsInt(key) + 1]++;
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
        var arcs = first[junctions];
        var filled = new Arcs(first, new int[arcs], new int[arcs], new int[arcs], new int[arcs]);
        var next = first.clone();
        for (var key = 0; key < keys; key++) {
            if (millis(key) != CLOSED) {
                fill(filled, next[here.applyAsInt(key)]++, key, departing);
            }
        }
        return filled;
    }

    private void fill(Arcs arcs, int at, int key, boolean departing) {
        arcs.other[at] = departing == (key % 2 == 0) ? far[key / 2] : base[key / 2];
        arcs.millis[at] = millis(key);
        arcs.centimetres[at] = centimetres[key / 2];
        arcs.key[at] = key;
    }

    int junctions() {
        return junctions;
    }

    int stretches() {
        return base.length;
    }

    /** The arcs that leave a junction; their other end is where they lead. */
    Arcs departing() {
        return departing;
    }

    /** The arcs that enter a junction; their other end is where they come from. */
    Arcs arriving() {
        return arriving;
    }

    int base(int stretch) {
        return base[stretch];
    }

    int far(int stretch) {
        return far[stretch];
    }

    int centimetres(int stretch) {
        return centimetres[stretch];
    }

    /** The time to drive all of it, by the key of an arc, or {@link #CLOSED}. */
    int millis(int key) {
        return key % 2 == 0 ? millisAlong[key / 2] : millisBack[key / 2];
    }
}
