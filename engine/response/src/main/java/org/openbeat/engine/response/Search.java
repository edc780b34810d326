package org.openbeat.engine.response;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.openbeat.engine.response.OnRoad.Link;

/**
 * Dijkstra's search from one place to many, or from many to one on the arriving arcs, in order of time.
 *
 * <p>The places looked for are kept in the queue beside the junctions, as if a last arc led to each. So they come out
 * in the order of their times, and the search may stop at the first moment when the answer is known. Holds arrays as
 * large as the graph, to be used again; not for two threads at once.
 */
final class Search {
    private static final int NOWHERE = -1;

    private final RoadGraph roads;
    private final int[] millis;
    private final int[] centimetres;
    /** The arc by which a junction was reached, or {@link #NOWHERE} if it is a start. */
    private final int[] byArc;

    private final int[] from;
    /** In which run a junction was last touched: saves clearing the arrays. */
    private final int[] touchedIn;

    private final int[] firstWish;
    private final int[] wishedIn;
    private final Queue queue = new Queue();
    private int run;
    private Wishes wishes = new Wishes(0);

    Search(RoadGraph roads) {
        this.roads = roads;
        var junctions = roads.junctions();
        millis = new int[junctions];
        centimetres = new int[junctions];
        byArc = new int[junctions];
        from = new int[junctions];
        touchedIn = new int[junctions];
        firstWish = new int[junctions];
        wishedIn = new int[junctions];
    }

    /** The places looked for, two links each, and what was found for them. */
    static final class Wishes {
        private final int[] next;
        private final Link[] links;
        final int[] millis;
        final int[] centimetres;
        /** The junction passed last, or {@link #NOWHERE} if none was passed. */
        final int[] via;

        final int[] viaKey;
        final boolean[] found;

        Wishes(int places) {
            next = new int[2 * places];
            links = new Link[2 * places];
            millis = new int[places];
            centimetres = new int[places];
            via = new int[places];
            viaKey = new int[places];
            found = new boolean[places];
            Arrays.fill(millis, Integer.MAX_VALUE);
        }
    }

    /**
     * From each origin to the target.
     *
     * @param enough told each origin by its index, nearest first; true ends the search
     */
    Wishes toTarget(OnRoad[] origins, OnRoad target, IntPredicate enough) {
        begin(origins.length);
        for (var i = 0; i < origins.length; i++) {
            wish(i, origins[i].leaveAlong(roads), origins[i].leaveBack(roads));
            reach(i, origins[i].straightTo(target, roads), NOWHERE, 0, 0);
        }
        start(target.arriveAlong(roads));
        start(target.arriveBack(roads));
        return go(roads.arriving(), enough);
    }

    /** From the origin to each target. */
    Wishes fromOrigin(OnRoad origin, OnRoad[] targets, IntPredicate enough) {
        begin(targets.length);
        for (var i = 0; i < targets.length; i++) {
            wish(i, targets[i].arriveAlong(roads), targets[i].arriveBack(roads));
            reach(i, origin.straightTo(targets[i], roads), NOWHERE, 0, 0);
        }
        start(origin.leaveAlong(roads));
        start(origin.leaveBack(roads));
        return go(roads.departing(), enough);
    }

    private void begin(int places) {
        run++;
        queue.clear();
        wishes = new Wishes(places);
    }

    private void wish(int place, Link along, Link back) {
        wish(2 * place, along);
        wish(2 * place + 1, back);
    }

    private void wish(int slot, Link link) {
        if (!link.isOpen()) {
            return;
        }
        var junction = link.junction();
        wishes.links[slot] = link;
        wishes.next[slot] = wishedIn[junction] == run ? firstWish[junction] : NOWHERE;
        wishedIn[junction] = run;
        firstWish[junction] = slot;
    }

    private void start(Link link) {
        if (link.isOpen()) {
            touch(link.junction(), link.millis(), link.centimetres(), NOWHERE, link.key());
        }
    }

    private Wishes go(RoadGraph.Arcs arcs, IntPredicate enough) {
        while (!queue.isEmpty()) {
            var top = queue.pop();
            var place = (int) top;
            var time = (int) (top >>> 32);
            if (place < 0) {
                var index = ~place;
                if (!wishes.found[index] && time == wishes.millis[index]) {
                    wishes.found[index] = true;
                    if (enough.test(index)) {
                        break;
                    }
                }
            } else if (time == millis[place]) {
                leave(arcs, place);
            }
        }
        return wishes;
    }

    private void leave(RoadGraph.Arcs arcs, int junction) {
        if (wishedIn[junction] == run) {
            for (var slot = firstWish[junction]; slot != NOWHERE; slot = wishes.next[slot]) {
                reach(slot / 2, wishes.links[slot], junction, millis[junction], centimetres[junction]);
            }
        }
        for (var arc = arcs.first()[junction]; arc < arcs.first()[junction + 1]; arc++) {
            touch(
                    arcs.other()[arc],
                    millis[junction] + arcs.millis()[arc],
                    centimetres[junction] + arcs.centimetres()[arc],
                    junction,
                    arcs.key()[arc]);
        }
    }

    private void touch(int junction, int time, int length, int cameFrom, int key) {
        if (touchedIn[junction] == run && millis[junction] <= time) {
            return;
        }
        touchedIn[junction] = run;
        millis[junction] = time;
        centimetres[junction] = length;
        from[junction] = cameFrom;
        byArc[junction] = key;
        queue.push(time, junction);
    }

    private void reach(int place, Link link, int via, int time, int length) {
        if (!link.isOpen() || time + link.millis() >= wishes.millis[place]) {
            return;
        }
        wishes.millis[place] = time + link.millis();
        wishes.centimetres[place] = length + link.centimetres();
        wishes.via[place] = via;
        wishes.viaKey[place] = link.key();
        queue.push(wishes.millis[place], ~place);
    }

    /**
     * The keys of the arcs from a place that {@link #toTarget} has found to the target, in the order of driving; the
     * first and the last are driven in part. One key alone: both are on one stretch.
     */
    int[] way(int place) {
        var keys = new int[16];
        var count = 0;
        keys[count++] = wishes.viaKey[place];
        for (var junction = wishes.via[place]; junction != NOWHERE; junction = from[junction]) {
            keys = count == keys.length ? Arrays.copyOf(keys, 2 * count) : keys;
            keys[count++] = byArc[junction];
        }
        return Arrays.copyOf(keys, count);
    }

    /** A binary heap of times with junctions (0 and up) or places looked for (below 0); old entries are skipped. */
    private static final class Queue {
        private long[] heap = new long[256];
        private int size;

        void clear() {
            size = 0;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void push(int time, int place) {
            heap = size == heap.length ? Arrays.copyOf(heap, 2 * size) : heap;
            var entry = ((long) time << 32) | (place & 0xFFFF_FFFFL);
            var at = size++;
            while (at > 0 && heap[(at - 1) / 2] > entry) {
                heap[at] = heap[(at - 1) / 2];
                at = (at - 1) / 2;
            }
            heap[at] = entry;
        }

        long pop() {
            var top = heap[0];
            var last = heap[--size];
            var at = 0;
            for (var child = 1; child < size; child = 2 * at + 1) {
                child += child + 1 < size && heap[child + 1] < heap[child] ? 1 : 0;
                if (heap[child] >= last) {
                    break;
                }
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = last;
            return top;
        }
    }
}
