package org.openbeat.engine.response.roads;

import java.util.Arrays;

/** The states next to a place on the road, and what it costs to get there or from there, packed. */
final class Links {
    private int[] states = new int[4];
    private long[] weights = new long[4];
    private int[] keys = new int[4];
    private int count;

    /** Driving the direction of a key in part leads to or from the state. */
    void add(int state, long weight, int key) {
        if (count == states.length) {
            states = Arrays.copyOf(states, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
            keys = Arrays.copyOf(keys, 2 * count);
        }
        states[count] = state;
        keys[count] = key;
        weights[count++] = weight;
    }

    void addAll(int[] states, long weight, int key) {
        for (var state : states) {
            add(state, weight, key);
        }
    }

    int count() {
        return count;
    }

    int state(int link) {
        return states[link];
    }

    int key(int link) {
        return keys[link];
    }

    long weight(int link) {
        return weights[link];
    }
}
