package org.openbeat.engine.response.roads;

import java.util.Arrays;

/**
 * All times from one place or to one place by a hierarchy: up from the place, then down.
 *
 * <p>Down in two parts. The upper part of the hierarchy is swept whole, in the order of the arrays; below it only what a
 * question touches is computed and remembered (the restricted sweep without its own phase of selection, as in Strasser
 * and Zeitz, "Lazy RPHAST"). With nothing swept whole a few places cost microseconds; with everything but the lowest
 * levels swept, thousands cost little more than reading the arrays once. Not for two threads at once.
 */
final class Sweep {
    private static final long UNKNOWN = -1;

    private final long[] label;
    private final long[] up;
    private int[] raised = new int[1024];
    private int raisedCount;
    private int[] asked = new int[1024];
    private int askedCount;
    private int[] heap = new int[1024];
    private int heapSize;
    private int swept;
    /** Positions computed in their order before anything was asked; with each, all above it. */
    private int[] selected = new int[0];

    private Hierarchy.Up down = new Hierarchy.Up(new int[0], new int[0], new long[0]);
    private Hierarchy hierarchy;

    Sweep(Hierarchy hierarchy) {
        this.hierarchy = hierarchy;
        label = new long[hierarchy.states()];
        up = new long[hierarchy.states()];
        Arrays.fill(label, UNKNOWN);
        Arrays.fill(up, Packed.NEVER);
    }

    /**
     * Makes ready for times from everywhere to a target.
     *
     * @param whole how many positions from the top are swept at once
     */
    void toTarget(Hierarchy now, Links target, int whole) {
        run(now, target, now.backward(), now.forward(), whole);
    }

    /** Makes ready for times from an origin to everywhere. */
    void fromOrigin(Hierarchy now, Links origin, int whole) {
        run(now, origin, now.forward(), now.backward(), whole);
    }

    private void run(Hierarchy now, Links hub, Hierarchy.Up climbing, Hierarchy.Up sweeping, int whole) {
        forget();
        hierarchy = now;
        down = sweeping;
        climb(hub, climbing);
        sweep(sweeping, whole);
    }

    private void forget() {
        for (var i = 0; i < raisedCount; i++) {
            up[raised[i]] = Packed.NEVER;
        }
        for (var i = 0; i < askedCount; i++) {
            label[asked[i]] = UNKNOWN;
        }
        for (var p : selected) {
            label[p] = UNKNOWN;
        }
        selected = new int[0];
        Arrays.fill(label, 0, swept, UNKNOWN);
        raisedCount = 0;
        askedCount = 0;
        swept = 0;
    }

    /** Everything above the place, from the bottom up: the highest number first, so each is final when taken. */
    private void climb(Links hub, Hierarchy.Up climbing) {
        for (var link = 0; link < hub.count(); link++) {
            raise(hierarchy.position(hub.state(link)), hub.weight(link));
        }
        while (heapSize > 0) {
            var p = popHighest();
            var here = up[p];
            for (var arc = climbing.first()[p]; arc < climbing.first()[p + 1]; arc++) {
                raise(climbing.head()[arc], here + climbing.weight()[arc]);
            }
        }
    }

    private void raise(int p, long weight) {
        if (weight >= up[p]) {
            return;
        }
        if (up[p] == Packed.NEVER) {
            raised = raisedCount == raised.length ? Arrays.copyOf(raised, 2 * raisedCount) : raised;
            raised[raisedCount++] = p;
            push(p);
        }
        up[p] = weight;
    }

    private void sweep(Hierarchy.Up sweeping, int whole) {
        var first = sweeping.first();
        var head = sweeping.head();
        var weight = sweeping.weight();
        var arc = 0;
        for (var p = 0; p < whole; p++) {
            var best = up[p];
            for (var end = first[p + 1]; arc < end; arc++) {
                best = Math.min(best, label[head[arc]] + weight[arc]);
            }
            label[p] = best;
        }
        swept = whole;
    }

    /**
     * Computes positions that are likely to be asked for, in their order: quicker than one by one.
     *
     * @param positions as {@link #computed} gave them for the same hierarchy
     */
    void compute(int[] positions) {
        var first = down.first();
        var head = down.head();
        var weight = down.weight();
        for (var p : positions) {
            var best = up[p];
            for (var arc = first[p]; arc < first[p + 1]; arc++) {
                best = Math.min(best, label[head[arc]] + weight[arc]);
            }
            label[p] = best;
        }
        selected = positions;
    }

    /** How many positions were computed one by one since the beginning. */
    int computedSingly() {
        return askedCount;
    }

    /** Everything computed since the beginning, in order; for use where nothing was swept whole. */
    int[] computed() {
        var all = Arrays.copyOf(selected, selected.length + askedCount);
        System.arraycopy(asked, 0, all, selected.length, askedCount);
        Arrays.sort(all);
        return all;
    }

    /** The packed time of a state, {@link Packed#NEVER} if there is no way. */
    long of(int state) {
        return resolve(hierarchy.position(state));
    }

    private long resolve(int p) {
        var known = label[p];
        if (known != UNKNOWN) {
            return known;
        }
        var best = up[p];
        for (var arc = down.first()[p]; arc < down.first()[p + 1]; arc++) {
            best = Math.min(best, resolve(down.head()[arc]) + down.weight()[arc]);
        }
        label[p] = best;
        asked = askedCount == asked.length ? Arrays.copyOf(asked, 2 * askedCount) : asked;
        asked[askedCount++] = p;
        return best;
    }

    /** A heap with the greatest on top. */
    private void push(int p) {
        heap = heapSize == heap.length ? Arrays.copyOf(heap, 2 * heapSize) : heap;
        var hole = heapSize++;
        for (var above = (hole - 1) / 2; hole > 0 && heap[above] < p; above = (hole - 1) / 2) {
            heap[hole] = heap[above];
            hole = above;
        }
        heap[hole] = p;
    }

    private int popHighest() {
        var top = heap[0];
        var last = heap[--heapSize];
        var hole = 0;
        for (var child = 1; child < heapSize; child = 2 * hole + 1) {
            child += child + 1 < heapSize && heap[child + 1] > heap[child] ? 1 : 0;
            if (heap[child] <= last) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = last;
        return top;
    }
}
