package org.openbeat.engine.response.queueing;

/**
 * Larson's hypercube queueing model: what a system of units does in the long run, solved exactly or approximately (R. C.
 * Larson and A. R. Odoni, Urban Operations Research, 1981, chapter 5).
 */
public final class Hypercube {

    /** So many units are solved exactly at most: 84 MB of rates; each further unit doubles time and memory. */
    public static final int EXACT_UNITS = 20;

    /** Up to so many units the exact solution takes no longer than a person notices. */
    private static final int EXACT_BY_DEFAULT = 12;

    private Hypercube() {}

    /** Exactly up to 12 units, approximately beyond. */
    public static SteadyState solve(ServiceSystem system) {
        return system.units() <= EXACT_BY_DEFAULT ? exact(system) : approximate(system);
    }

    /**
     * Solves the balance equations of all 2^N states.
     *
     * @throws IllegalArgumentException when there are more than {@link #EXACT_UNITS} units
     */
    public static SteadyState exact(ServiceSystem system) {
        if (system.units() > EXACT_UNITS) {
            throw new IllegalArgumentException(
                    system.units() + " units are too many to be exact; " + EXACT_UNITS + " are not.");
        }
        var groups = Groups.of(system);
        var tree = PreferenceTree.of(groups, system.units());
        var space = StateSpace.solve(system, tree);
        var hits = space.hits(tree);
        var first = new double[groups.count()][];
        for (var group = 0; group < first.length; group++) {
            first[group] = tree.ofGroup(group, hits);
        }
        return new SteadyState(system, groups, space.levels(), space.busyFractions(), first, true);
    }

    /** Larson's approximation of 1975, for any number of units; workloads are usually within 2 % of the exact ones. */
    public static SteadyState approximate(ServiceSystem system) {
        var groups = Groups.of(system);
        var approximation = Approximation.solve(system, groups);
        var first = new double[groups.count()][];
        for (var group = 0; group < first.length; group++) {
            first[group] = approximation.ofGroup(group);
        }
        return new SteadyState(system, groups, approximation.levels(), approximation.busyFractions(), first, false);
    }
}
