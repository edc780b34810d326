package org.openbeat.engine.response.queueing;

/**
 * The orders of preference as a tree: groups whose orders begin alike share the beginning, so that one walk finds the
 * free unit of each. The nodes stand in the order of the walk; after a node whose unit is free it goes on behind its
 * subtree.
 */
final class PreferenceTree {
    private final int units;
    private final int[] unit;
    private final int[] end;
    private final double[] rate;
    private final int[][] path;
    private int size;

    private PreferenceTree(Groups groups, int units) {
        this.units = units;
        var most = groups.count() * units;
        this.unit = new int[most];
        this.end = new int[most];
        this.rate = new double[most];
        this.path = new int[groups.count()][units];
    }

    static PreferenceTree of(Groups groups, int units) {
        var tree = new PreferenceTree(groups, units);
        for (var group = 0; group < groups.count(); group++) {
            tree.add(groups, group);
        }
        return tree;
    }

    /** Groups come in lexicographic order, so what the last two share is the beginning. */
    private void add(Groups groups, int group) {
        var order = groups.preferences()[group];
        var shared = 0;
        while (group > 0 && shared < units && groups.preferences()[group - 1][shared] == order[shared]) {
            path[group][shared] = path[group - 1][shared];
            shared++;
        }
        for (var rank = shared; rank < units; rank++) {
            unit[size] = order[rank];
            path[group][rank] = size++;
        }
        for (var node : path[group]) {
            rate[node] += groups.rates()[group];
            end[node] = size;
        }
    }

    /** Adds to each unit's place the rate at which calls of a state with these busy units go to it. */
    void addRates(int busy, double[] toUnit) {
        var node = 0;
        while (node < size) {
            if ((busy >>> unit[node] & 1) != 0) {
                node++;
            } else {
                toUnit[unit[node]] += rate[node];
                node = end[node];
            }
        }
    }

    /** Adds a state's probability to each node at which a call would find its unit. */
    void addHits(int busy, double probability, double[] hits) {
        var node = 0;
        while (node < size) {
            if ((busy >>> unit[node] & 1) != 0) {
                node++;
            } else {
                hits[node] += probability;
                node = end[node];
            }
        }
    }

    int size() {
        return size;
    }

    /** For a group the probability that its call goes to the unit of each rank. */
    double[] ofGroup(int group, double[] hits) {
        var byRank = new double[units];
        for (var rank = 0; rank < units; rank++) {
            byRank[rank] = hits[path[group][rank]];
        }
        return byRank;
    }
}
