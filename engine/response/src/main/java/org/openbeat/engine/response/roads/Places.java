package org.openbeat.engine.response.roads;

import java.util.Arrays;

/**
 * Places hung on the states next to them, as if an arc led to each, so that a search meets them on its way. A place is
 * a number; those of one state form a list. Not for two threads at once.
 */
final class Places {
    static final int NONE = -1;

    private final int[] first;
    private int[] next = new int[64];
    private int[] state = new int[64];
    private int[] place = new int[64];
    private long[] weight = new long[64];
    private int count;
    private int free = NONE;

    Places(int states) {
        first = new int[states];
        Arrays.fill(first, NONE);
    }

    void hang(int number, Links links) {
        for (var link = 0; link < links.count(); link++) {
            var slot = slot();
            place[slot] = number;
            state[slot] = links.state(link);
            weight[slot] = links.weight(link);
            next[slot] = first[state[slot]];
            first[state[slot]] = slot;
        }
    }

    private int slot() {
        if (free != NONE) {
            var slot = free;
            free = next[slot];
            return slot;
        }
        if (count == next.length) {
            next = Arrays.copyOf(next, 2 * count);
            state = Arrays.copyOf(state, 2 * count);
            place = Arrays.copyOf(place, 2 * count);
            weight = Arrays.copyOf(weight, 2 * count);
        }
        return count++;
    }

    /** Takes a place away that was hung on these links. */
    void unhang(int number, Links links) {
        for (var link = 0; link < links.count(); link++) {
            unhang(number, links.state(link));
        }
    }

    private void unhang(int number, int from) {
        var before = NONE;
        for (var slot = first[from]; slot != NONE; before = slot, slot = next[slot]) {
            if (place[slot] == number) {
                if (before == NONE) {
                    first[from] = next[slot];
                } else {
                    next[before] = next[slot];
                }
                place[slot] = NONE;
                next[slot] = free;
                free = slot;
                return;
            }
        }
    }

    void clear() {
        for (var slot = 0; slot < count; slot++) {
            first[state[slot]] = NONE;
        }
        count = 0;
        free = NONE;
    }

    /** The first slot of a state, or {@link #NONE}. */
    int first(int state) {
        return first[state];
    }

    int next(int slot) {
        return next[slot];
    }

    /** All slots are 0 to here; those taken away hold {@link #NONE} as their place. */
    int slots() {
        return count;
    }

    int place(int slot) {
        return place[slot];
    }

    int state(int slot) {
        return state[slot];
    }

    long weight(int slot) {
        return weight[slot];
    }
}
