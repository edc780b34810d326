package org.openbeat.engine.response.roads;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Dijkstra's search from a place to others, or over the arriving arcs from others to it, in order of time; it needs
 * nothing prepared and stops as soon as the answer is known.
 *
 * <p>The queue has buckets of half a second. Within a bucket states come out in any order and may come out again when a
 * shorter way to them turns up (label correcting, as in Dial's implementation with buckets wider than the shortest
 * arc); what is reported is final, because a bucket is emptied before anything in it is told. Holds arrays as large as
 * the graph, to be used again; not for two threads at once.
 */
final class Search {
    private static final int NOWHERE = -1;
    private static final int BUCKET_BITS = 9; // 512 ms

    private final RoadGraph roads;
    private final long[] reached;
    /** The arc by which a state was reached, or {@link #NOWHERE} if it is a start; kept when tracing. */
    private final int[] byArc;

    private boolean tracing;
    private boolean traceNext;

    private int[] touched = new int[1024];
    private int touchedCount;

    private int[] bucket = new int[0];
    private int[] item = new int[1024];
    private int[] next = new int[1024];
    private int entries;
    private int waiting;

    private long[] weights = new long[0];
    private RoadGraph.Arcs arcs;
    private long[] best = new long[0];

    Search(RoadGraph roads) {
        this.roads = roads;
        this.arcs = roads.departing();
        reached = new long[roads.states()];
        byArc = new int[roads.states()];
        Arrays.fill(reached, Packed.NEVER);
    }

    /** What was found: places by number in order of time, then number; and the packed weight of each. */
    record Found(int[] order, long[] best) {}

    /** The next search remembers its way, for {@link #way}; that costs a little. */
    Search tracing() {
        traceNext = true;
        return this;
    }

    /**
     * From every place to a target.
     *
     * @param best what is known already of each place, such as the way that passes no junction; filled in here
     * @param enough told each place by its number, nearest first; true ends the search
     */
    Found toTarget(Metric metric, Links target, Places places, long[] best, IntPredicate enough) {
        return run(metric, roads.arriving(), metric.arriving(), target, places, best, enough);
    }

    /** From an origin to every place. */
    Found fromOrigin(Metric metric, Links origin, Places places, long[] best, IntPredicate enough) {
        return run(metric, roads.departing(), metric.departing(), origin, places, best, enough);
    }

    private Found run(
            Metric metric,
            RoadGraph.Arcs arcs,
            long[] weights,
            Links hub,
            Places places,
            long[] best,
            IntPredicate enough) {
        this.arcs = arcs;
        this.weights = weights;
        this.best = best;
        tracing = traceNext;
        traceNext = false;
        begin(metric.mostMillis());
        for (var link = 0; link < hub.count(); link++) {
            touch(hub.state(link), hub.weight(link), NOWHERE);
        }
        for (var place = 0; place < best.length; place++) {
            if (best[place] < Packed.NEVER) {
                push(best[place], ~place);
            }
        }
        return go(places, enough);
    }

    private void begin(int mostMillis) {
        for (var i = 0; i < touchedCount; i++) {
            reached[touched[i]] = Packed.NEVER;
        }
        touchedCount = 0;
        // Whatever waits lies within one arc of what is taken out, so a ring of that many buckets is enough.
        var ring = Integer.highestOneBit((mostMillis >>> BUCKET_BITS) + 2) << 1;
        if (bucket.length != ring) {
            bucket = new int[ring];
            waiting = 1;
        }
        if (waiting > 0) {
            Arrays.fill(bucket, NOWHERE);
        }
        waiting = 0;
        entries = 0;
    }

    private Found go(Places places, IntPredicate enough) {
        var found = new boolean[best.length];
        var order = new int[best.length];
        var told = 0;
        for (var now = 0; waiting > 0; now++) {
            var fresh = empty(now, places, found, order, told);
            sort(order, told, fresh);
            for (; told < fresh; told++) {
                if (enough.test(order[told])) {
                    return new Found(Arrays.copyOf(order, told + 1), best);
                }
            }
        }
        return new Found(Arrays.copyOf(order, told), best);
    }

    /** Takes everything out of a bucket; places go behind those told, and how many there are then is returned. */
    private int empty(int now, Places places, boolean[] found, int[] order, int told) {
        var slot = now & (bucket.length - 1);
        var count = told;
        for (var entry = bucket[slot]; entry != NOWHERE; entry = bucket[slot]) {
            bucket[slot] = next[entry];
            waiting--;
            var what = item[entry];
            if (what >= 0) {
                if (bucketOf(reached[what]) == now) {
                    leave(what, places);
                }
            } else if (!found[~what] && bucketOf(best[~what]) == now) {
                found[~what] = true;
                order[count++] = ~what;
            }
        }
        return count;
    }

    private static int bucketOf(long packed) {
        return (int) (packed >>> 32 + BUCKET_BITS);
    }

    private void sort(int[] order, int from, int to) {
        if (to - from > 32) {
            Order.sort(order, from, to, best);
            return;
        }
        for (var i = from + 1; i < to; i++) {
            var place = order[i];
            var at = i;
            for (; at > from && later(order[at - 1], place); at--) {
                order[at] = order[at - 1];
            }
            order[at] = place;
        }
    }

    private boolean later(int a, int b) {
        return best[a] > best[b] || best[a] == best[b] && a > b;
    }

    private void leave(int state, Places places) {
        var here = reached[state];
        for (var slot = places.first(state); slot != Places.NONE; slot = places.next(slot)) {
            var place = places.place(slot);
            var there = here + places.weight(slot);
            if (there < best[place]) {
                best[place] = there;
                push(there, ~place);
            }
        }
        var end = arcs.first()[state + 1];
        for (var arc = arcs.first()[state]; arc < end; arc++) {
            touch(arcs.other()[arc], here + weights[arc], arc);
        }
    }

    private void touch(int state, long there, int arc) {
        var before = reached[state];
        if (there >= before) {
            return;
        }
        if (before == Packed.NEVER) {
            touched = touchedCount == touched.length ? Arrays.copyOf(touched, 2 * touchedCount) : touched;
            touched[touchedCount++] = state;
        }
        reached[state] = there;
        if (tracing) {
            byArc[state] = arc;
        }
        push(there, state);
    }

    private void push(long time, int what) {
        if (entries == item.length) {
            item = Arrays.copyOf(item, 2 * entries);
            next = Arrays.copyOf(next, 2 * entries);
        }
        var slot = bucketOf(time) & (bucket.length - 1);
        item[entries] = what;
        next[entries] = bucket[slot];
        bucket[slot] = entries++;
        waiting++;
    }

    /** How many states the last search reached. */
    int reachedStates() {
        return touchedCount;
    }

    /**
     * The keys of the directions from a place to the target of the last search, which was {@link #tracing}, in the order of driving; the first and
     * the last are driven in part.
     *
     * @param from the links of the place, {@code to} those of the target, {@code time} the packed weight found
     */
    int[] way(Links from, Links to, long time) {
        for (var link = 0; link < from.count(); link++) {
            if (reached[from.state(link)] + from.weight(link) == time) {
                return way(from.key(link), from.state(link), to);
            }
        }
        throw new IllegalArgumentException("The last search found no way of that time from there.");
    }

    private int[] way(int firstKey, int start, Links to) {
        var keys = new int[16];
        var count = 0;
        keys[count++] = firstKey;
        var state = start;
        for (; byArc[state] != NOWHERE; state = rowOf(byArc[state])) {
            keys = count + 1 == keys.length ? Arrays.copyOf(keys, 2 * count) : keys;
            keys[count++] = arcs.key()[byArc[state]];
        }
        for (var link = 0; link < to.count(); link++) {
            if (to.state(link) == state && to.weight(link) == reached[state]) {
                keys[count++] = to.key(link);
                break;
            }
        }
        return Arrays.copyOf(keys, count);
    }

    /** The state whose arcs an arc is among: the one that the search came from. */
    private int rowOf(int arc) {
        var low = 0;
        var high = roads.states();
        while (high - low > 1) {
            var middle = (low + high) >>> 1;
            if (arcs.first()[middle] <= arc) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
