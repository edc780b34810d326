package org.openbeat.engine.response.queueing;

import java.util.Arrays;

/**
 * Larson's approximation: N equations instead of 2^N, each unit's busy fraction from those of the units that are asked
 * before it, corrected by {@link Corrections}. Work is in proportion to the groups and to how many units must be busy
 * until it hardly happens any more.
 */
final class Approximation {
    private static final double SETTLED = 1e-13;
    private static final double NEGLIGIBLE = 1e-16;
    private static final double ALWAYS = 1 - 1e-9;
    private static final int MOST_ROUNDS = 2_000;

    private final ServiceSystem system;
    private final Groups groups;
    private final Levels levels;
    private final Corrections corrections;
    private final double[] busy;

    private Approximation(ServiceSystem system, Groups groups) {
        this.system = system;
        this.groups = groups;
        this.levels = Levels.of(system);
        this.corrections = Corrections.of(levels);
        this.busy = new double[system.units()];
        Arrays.fill(busy, levels.use());
    }

    static Approximation solve(ServiceSystem system, Groups groups) {
        var approximation = new Approximation(system, groups);
        for (var round = 0; round < MOST_ROUNDS; round++) {
            if (approximation.round() < SETTLED) {
                break;
            }
        }
        return approximation;
    }

    /** One round for all units; answers by how much the fraction that moved most did so. */
    double round() {
        var work = work();
        var sum = 0.0;
        var waiting = system.line() == Line.INFINITE ? levels.use() * levels.allBusy() : 0;
        for (var unit = 0; unit < work.length; unit++) {
            work[unit] = (work[unit] + waiting) / (1 + work[unit]);
            sum += work[unit];
        }
        var change = 0.0;
        for (var unit = 0; unit < work.length; unit++) {
            var now = Math.min(ALWAYS, work[unit] * levels.use() * work.length / sum);
            change = Math.max(change, Math.abs(now - busy[unit]));
            busy[unit] = now;
        }
        return change;
    }

    /** For each unit the work that would come to it while it is free. */
    private double[] work() {
        var work = new double[busy.length];
        for (var group = 0; group < groups.count(); group++) {
            var order = groups.preferences()[group];
            var load = groups.rates()[group] / system.serviceRate();
            var before = 1.0;
            for (var rank = 0; rank < order.length && before > NEGLIGIBLE; rank++) {
                work[order[rank]] += load * corrections.factor(rank) * before;
                before *= busy[order[rank]];
            }
        }
        return work;
    }

    Levels levels() {
        return levels;
    }

    double[] busyFractions() {
        return busy.clone();
    }

    /** For a group the probability that its call goes to the unit of each rank, while any is free. */
    double[] ofGroup(int group) {
        var order = groups.preferences()[group];
        var byRank = new double[order.length];
        var before = 1.0;
        var sum = 0.0;
        for (var rank = 0; rank < order.length && before > NEGLIGIBLE; rank++) {
            byRank[rank] = corrections.factor(rank) * before * (1 - busy[order[rank]]);
            sum += byRank[rank];
            before *= busy[order[rank]];
        }
        for (var rank = 0; rank < order.length; rank++) {
            byRank[rank] *= (1 - levels.allBusy()) / sum;
        }
        return byRank;
    }
}
