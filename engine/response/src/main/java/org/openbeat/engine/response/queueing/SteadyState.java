package org.openbeat.engine.response.queueing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the system does in the long run. Probabilities and shares are between 0 and 1. */
public final class SteadyState {
    private final ServiceSystem system;
    private final Groups groups;
    private final Levels levels;
    private final double[] busy;
    private final double[][] first;
    private final boolean exact;

    /** @param first for each group the probability that a call finds just the unit of that rank free and is given it */
    SteadyState(ServiceSystem system, Groups groups, Levels levels, double[] busy, double[][] first, boolean exact) {
        this.system = system;
        this.groups = groups;
        this.levels = levels;
        this.busy = busy;
        this.first = first;
        this.exact = exact;
    }

    /** Whether the balance equations were solved; otherwise the numbers are Larson's approximation. */
    public boolean isExact() {
        return exact;
    }

    /** The share of time for which the unit is busy: its workload. */
    public double busy(int unit) {
        return busy[unit];
    }

    /** The mean share of units that are busy. */
    public double meanBusy() {
        return levels.use();
    }

    /** The probability that a call finds every unit busy and is lost; 0 with a line. */
    public double lossProbability() {
        return system.line() == Line.ZERO ? levels.allBusy() : 0;
    }

    /** The probability that a call finds every unit busy and waits; 0 without a line. */
    public double waitProbability() {
        return system.line() == Line.INFINITE ? levels.allBusy() : 0;
    }

    /** The mean time for which calls wait for a unit, those that do not wait included. */
    public double meanWait() {
        var spare = system.units() * system.serviceRate() - system.totalRate();
        return system.line() == Line.INFINITE ? levels.allBusy() / spare : 0;
    }

    /** Of all times that a unit is sent, the share in which this unit is sent to this atom. */
    public double dispatchFraction(int atom, int unit) {
        var order = system.preference(atom);
        var rank = 0;
        while (order[rank] != unit) {
            rank++;
        }
        return fraction(atom, rank);
    }

    private double fraction(int atom, int rank) {
        var found = first[groups.of()[atom]][rank];
        // who waited goes to the first unit that comes free, which is any of them alike
        var sent =
                system.line() == Line.ZERO ? found / (1 - levels.allBusy()) : found + levels.allBusy() / system.units();
        return system.share(atom) * sent;
    }

    /** Of all times that a unit is sent, the share in which it is not the one that the atom prefers. */
    public double interdistrictFraction() {
        var own = 0.0;
        for (var atom = 0; atom < system.atoms(); atom++) {
            own += fraction(atom, 0);
        }
        return Math.max(0, 1 - own); // a single unit sums up to 1 but for rounding
    }

    /** Of all times that this unit is sent, the share in which it goes to an atom that prefers another. */
    public double interdistrictFraction(int unit) {
        var own = 0.0;
        var all = 0.0;
        for (var atom = 0; atom < system.atoms(); atom++) {
            var fraction = dispatchFraction(atom, unit);
            all += fraction;
            own += system.preferred(atom, 0) == unit ? fraction : 0;
        }
        return Math.max(0, 1 - own / all);
    }

    /**
     * Mean travel times of calls that are served.
     *
     * @param fromUnit for each unit the mean time from where it waits to each atom
     * @param fromAtom for each atom the time to each atom, which units travel that are sent on from one call to one
     *     that waited; null takes for it the mean over all units
     */
    public MeanTravel travel(double[][] fromUnit, double @Nullable [][] fromAtom) {
        var waited = waitProbability();
        var byAtom = new double[system.atoms()];
        var times = new double[system.units()];
        var weights = new double[system.units()];
        for (var atom = 0; atom < system.atoms(); atom++) {
            var onward = waited == 0 ? 0 : onward(atom, fromUnit, fromAtom);
            for (var unit = 0; unit < system.units(); unit++) {
                times[unit] += system.share(atom) * waited / system.units() * onward;
                weights[unit] += system.share(atom) * waited / system.units();
            }
            byAtom[atom] = waited * onward + served(atom, fromUnit, times, weights);
        }
        var mean = 0.0;
        for (var atom = 0; atom < system.atoms(); atom++) {
            mean += system.share(atom) * byAtom[atom];
        }
        for (var unit = 0; unit < system.units(); unit++) {
            times[unit] /= weights[unit];
        }
        return new MeanTravel(mean, byAtom, times);
    }

    /** What the calls of an atom that find a unit free add; answers the atom's own mean over them. */
    private double served(int atom, double[][] fromUnit, double[] times, double[] weights) {
        var byRank = first[groups.of()[atom]];
        var lost = lossProbability();
        var sum = 0.0;
        for (var rank = 0; rank < byRank.length; rank++) {
            var unit = system.preferred(atom, rank);
            var probability = byRank[rank] / (1 - lost);
            sum += probability * fromUnit[unit][atom];
            times[unit] += system.share(atom) * probability * fromUnit[unit][atom];
            weights[unit] += system.share(atom) * probability;
        }
        return sum;
    }

    private double onward(int atom, double[][] fromUnit, double @Nullable [][] fromAtom) {
        if (fromAtom == null) {
            return Arrays.stream(fromUnit)
                    .mapToDouble(times -> times[atom])
                    .average()
                    .orElse(0);
        }
        var mean = 0.0;
        for (var from = 0; from < system.atoms(); from++) {
            mean += system.share(from) * fromAtom[from][atom];
        }
        return mean;
    }
}
