package org.openbeat.engine.response.queueing;

import java.util.Arrays;

/**
 * The corners of the hypercube: one state for each set of busy units, bit n for unit n. The balance equations are solved
 * by Gauss and Seidel, forth and back; after each sweep the states with k busy units are scaled to what they must be
 * together, which Erlang's formula tells.
 */
final class StateSpace {
    private static final double RELATIVE_CHANGE = 1e-13;
    private static final int MOST_SWEEPS = 20_000;

    private final int units;
    private final int full;
    private final double arrivals;
    private final double service;
    private final Levels levels;
    private final double[] inflow;
    private final double[] probability;
    private int sweeps;

    private StateSpace(ServiceSystem system, PreferenceTree tree) {
        this.units = system.units();
        this.full = (1 << units) - 1;
        this.arrivals = system.totalRate();
        this.service = system.serviceRate();
        this.levels = Levels.of(system);
        this.inflow = inflow(tree);
        this.probability = new double[full + 1];
    }

    static StateSpace solve(ServiceSystem system, PreferenceTree tree) {
        var space = new StateSpace(system, tree);
        Arrays.fill(space.probability, 1);
        space.scale();
        var change = Double.MAX_VALUE;
        while (change > RELATIVE_CHANGE && space.sweeps < MOST_SWEEPS) {
            change = Math.max(space.forth(), space.back());
            change = Math.max(change, space.scale());
            space.sweeps += 2;
        }
        if (space.sweeps >= MOST_SWEEPS) {
            throw new IllegalStateException("The states did not settle in " + MOST_SWEEPS + " sweeps.");
        }
        return space;
    }

    /**
     * For each state, by ascending bit of its busy units, the rate at which calls make just that unit busy and so lead
     * into the state.
     */
    private double[] inflow(PreferenceTree tree) {
        var first = new int[full + 2];
        for (var state = 0; state <= full; state++) {
            first[state + 1] = first[state] + Integer.bitCount(state);
        }
        var rates = new double[first[full + 1]];
        var toUnit = new double[units];
        for (var state = 0; state < full; state++) {
            Arrays.fill(toUnit, 0);
            tree.addRates(state, toUnit);
            for (var free = full & ~state; free != 0; free &= free - 1) {
                var bit = free & -free;
                var next = state | bit;
                rates[first[next] + Integer.bitCount(next & bit - 1)] = toUnit[Integer.numberOfTrailingZeros(bit)];
            }
        }
        return rates;
    }

    private double forth() {
        var change = 0.0;
        var at = 0;
        for (var state = 0; state <= full; state++) {
            var into = 0.0;
            for (var busy = state; busy != 0; busy &= busy - 1) {
                into += inflow[at++] * probability[state & ~(busy & -busy)];
            }
            change = Math.max(change, settle(state, into));
        }
        return change;
    }

    private double back() {
        var change = 0.0;
        var at = inflow.length;
        for (var state = full; state >= 0; state--) {
            var into = 0.0;
            for (var busy = state; busy != 0; ) {
                var bit = Integer.highestOneBit(busy);
                into += inflow[--at] * probability[state & ~bit];
                busy &= ~bit;
            }
            change = Math.max(change, settle(state, into));
        }
        return change;
    }

    private double settle(int state, double into) {
        var freed = 0.0;
        for (var free = full & ~state; free != 0; free &= free - 1) {
            freed += probability[state | free & -free];
        }
        var out = Integer.bitCount(state) * service + (state == full ? 0 : arrivals);
        var before = probability[state];
        var now = (into + service * freed) / out;
        probability[state] = now;
        return Math.abs(now - before) / Math.max(now, Double.MIN_NORMAL);
    }

    private double scale() {
        var sums = new double[units + 1];
        for (var state = 0; state <= full; state++) {
            sums[Integer.bitCount(state)] += probability[state];
        }
        var change = 0.0;
        for (var k = 0; k <= units; k++) {
            sums[k] = levels.busy()[k] / sums[k];
            change = Math.max(change, Math.abs(sums[k] - 1));
        }
        for (var state = 0; state <= full; state++) {
            probability[state] *= sums[Integer.bitCount(state)];
        }
        return change;
    }

    Levels levels() {
        return levels;
    }

    /** The probability that just these units are busy and nobody waits. */
    double probability(int busy) {
        return probability[busy];
    }

    double[] busyFractions() {
        var fractions = new double[units];
        Arrays.fill(fractions, levels.waiting());
        for (var state = 1; state <= full; state++) {
            for (var busy = state; busy != 0; busy &= busy - 1) {
                fractions[Integer.numberOfTrailingZeros(busy)] += probability[state];
            }
        }
        return fractions;
    }

    double[] hits(PreferenceTree tree) {
        var hits = new double[tree.size()];
        for (var state = 0; state < full; state++) {
            tree.addHits(state, probability[state], hits);
        }
        return hits;
    }
}
