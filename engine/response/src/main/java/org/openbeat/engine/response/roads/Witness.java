package org.openbeat.engine.response.roads;

import java.util.Arrays;

/** A small search: the heap is binary, entries that a shorter way has overtaken are skipped. */
final class Witness {
    private final long[] reached;
    private int[] touched = new int[256];
    private int count;
    private long[] key = new long[256];
    private int[] state = new int[256];
    private int size;

    Witness(int states) {
        reached = new long[states];
        Arrays.fill(reached, Packed.NEVER);
    }

    void forget() {
        for (var i = 0; i < count; i++) {
            reached[touched[i]] = Packed.NEVER;
        }
        count = 0;
        size = 0;
    }

    /** The least weight found so far; {@link Packed#NEVER} where none was. */
    long reached(int state) {
        return reached[state];
    }

    void reach(int at, long weight) {
        if (weight >= reached[at]) {
            return;
        }
        if (reached[at] == Packed.NEVER) {
            touched = count == touched.length ? Arrays.copyOf(touched, 2 * count) : touched;
            touched[count++] = at;
        }
        reached[at] = weight;
        push(weight, at);
    }

    private void push(long weight, int at) {
        if (size == key.length) {
            key = Arrays.copyOf(key, 2 * size);
            state = Arrays.copyOf(state, 2 * size);
        }
        var hole = size++;
        for (var up = (hole - 1) / 2; hole > 0 && key[up] > weight; up = (hole - 1) / 2) {
            key[hole] = key[up];
            state[hole] = state[up];
            hole = up;
        }
        key[hole] = weight;
        state[hole] = at;
    }

    /** The nearest state not yet taken, or -1. */
    int next() {
        while (size > 0) {
            var weight = key[0];
            var at = state[0];
            sink();
            if (reached[at] == weight) {
                return at;
            }
        }
        return -1;
    }

    private void sink() {
        var weight = key[--size];
        var at = state[size];
        var hole = 0;
        for (var child = 1; child < size; child = 2 * hole + 1) {
            child += child + 1 < size && key[child + 1] < key[child] ? 1 : 0;
            if (key[child] >= weight) {
                break;
            }
            key[hole] = key[child];
            state[hole] = state[child];
            hole = child;
        }
        key[hole] = weight;
        state[hole] = at;
    }
}
