package org.openbeat.engine.response.simulation;

import java.util.ArrayDeque;
import java.util.SplittableRandom;

/** Draws a number by its weight in constant time (A. J. Walker, An efficient method for generating discrete variables, 1977). */
record Alias(double[] keep, int[] other) {

    static Alias of(double[] weights) {
        var sum = 0.0;
        for (var weight : weights) {
            sum += weight;
        }
        var keep = new double[weights.length];
        var other = new int[weights.length];
        var small = new ArrayDeque<Integer>();
        var large = new ArrayDeque<Integer>();
        for (var i = 0; i < weights.length; i++) {
            keep[i] = weights[i] / sum * weights.length;
            (keep[i] < 1 ? small : large).add(i);
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            var less = small.remove();
            var more = large.remove();
            other[less] = more;
            keep[more] -= 1 - keep[less];
            (keep[more] < 1 ? small : large).add(more);
        }
        small.forEach(left -> keep[left] = 1);
        large.forEach(left -> keep[left] = 1);
        return new Alias(keep, other);
    }

    int draw(SplittableRandom random) {
        var drawn = random.nextInt(keep.length);
        return random.nextDouble() < keep[drawn] ? drawn : other[drawn];
    }
}
