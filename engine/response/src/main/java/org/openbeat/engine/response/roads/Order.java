package org.openbeat.engine.response.roads;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Places in order of time; of two at the same time the lower number comes first. */
final class Order {
    private Order() {}

    /** Sorts a part of the numbers of places by their packed weights. */
    static void sort(int[] places, int from, int to, long[] weights) {
        Arrays.sort(places, from, to); // so that what is stable below keeps the lower number first
        var sorted = new Integer[to - from];
        Arrays.setAll(sorted, i -> places[from + i]);
        Arrays.sort(sorted, (a, b) -> Long.compare(weights[a], weights[b]));
        for (var i = from; i < to; i++) {
            places[i] = sorted[i - from];
        }
    }

    /** The places that come first among those that pass and have a way, at most so many. */
    static int[] least(long[] weights, int count, IntPredicate passes) {
        var first = new int[Math.min(count, weights.length)];
        var size = 0;
        for (var place = 0; place < weights.length; place++) {
            var last = size == first.length ? weights[first[size - 1]] : Packed.NEVER;
            if (weights[place] < last && passes.test(place)) {
                var at = size == first.length ? size - 1 : size++;
                for (; at > 0 && weights[first[at - 1]] > weights[place]; at--) {
                    first[at] = first[at - 1];
                }
                first[at] = place;
            }
        }
        return Arrays.copyOf(first, size);
    }
}
