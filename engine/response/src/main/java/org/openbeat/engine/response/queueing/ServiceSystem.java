package org.openbeat.engine.response.queueing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Units that serve the calls of small areas, the atoms (R. C. Larson, A hypercube queuing model for facility location
 * and redistricting in urban emergency services, 1974). Calls of each atom come at random (Poisson) at its rate; one
 * unit goes to each: the first in the atom's order of preference that is free. Units and atoms are numbered from 0.
 *
 * <p>Any unit of time will do, as long as it is the same for all rates and times. Two units that an atom prefers equally
 * are written as two atoms with half the rate and both orders.
 */
public final class ServiceSystem {
    private final int units;
    private final double[] rates;
    private final int[][] preferences;
    private final double serviceRate;
    private final Line line;
    private final double totalRate;

    private ServiceSystem(int units, double[] rates, int[][] preferences, double serviceRate, Line line) {
        this.units = units;
        this.rates = rates;
        this.preferences = preferences;
        this.serviceRate = serviceRate;
        this.line = line;
        this.totalRate = Arrays.stream(rates).sum();
    }

    /**
     * @param rates calls of each atom in a unit of time
     * @param preferences for each atom every unit, the one to be sent first in front
     * @param serviceRate 1 / the mean time for which a call keeps its unit busy
     * @throws IllegalArgumentException when the numbers are no such system, or the units cannot keep up with a line
     */
    public static ServiceSystem of(double[] rates, int[][] preferences, double serviceRate, Line line) {
        if (rates.length == 0 || rates.length != preferences.length) {
            throw new IllegalArgumentException(
                    rates.length + " rates and " + preferences.length + " orders of preference do not fit together.");
        }
        var units = preferences[0].length;
        var orders = new int[preferences.length][];
        for (var atom = 0; atom < rates.length; atom++) {
            requireRate(rates[atom], atom);
            requirePermutation(preferences[atom], units, atom);
            orders[atom] = preferences[atom].clone();
        }
        var system = new ServiceSystem(units, rates.clone(), orders, serviceRate, line);
        system.requireCapacity();
        return system;
    }

    /**
     * Each atom prefers the unit that is there first.
     *
     * @param times for each unit the mean travel time to each atom
     */
    public static ServiceSystem nearestFirst(double[] rates, double[][] times, double serviceRate, Line line) {
        var preferences = new int[rates.length][];
        for (var atom = 0; atom < rates.length; atom++) {
            var to = atom;
            preferences[atom] = IntStream.range(0, times.length)
                    .boxed()
                    .sorted((a, b) -> Double.compare(times[a][to], times[b][to]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return of(rates, preferences, serviceRate, line);
    }

    private static void requireRate(double rate, int atom) {
        if (!(rate >= 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException("Atom " + atom + " cannot have the rate " + rate + ".");
        }
    }

    private static void requirePermutation(int[] order, int units, int atom) {
        var seen = new boolean[units];
        for (var unit : order) {
            if (unit < 0 || unit >= units || seen[unit]) {
                throw new IllegalArgumentException("The order of atom " + atom + " names unit " + unit
                        + " twice, or there is none of that number.");
            }
            seen[unit] = true;
        }
        if (order.length != units || units == 0) {
            throw new IllegalArgumentException("The order of atom " + atom + " must name each of " + units + " units.");
        }
    }

    private void requireCapacity() {
        if (!(serviceRate > 0) || !(totalRate > 0)) {
            throw new IllegalArgumentException(
                    "Rates must be positive: calls " + totalRate + ", service " + serviceRate + ".");
        }
        if (line == Line.INFINITE && offeredLoad() >= units) {
            throw new IllegalArgumentException(
                    "The line would grow without end: work for " + offeredLoad() + " units, " + units + " there.");
        }
    }

    public int units() {
        return units;
    }

    public int atoms() {
        return rates.length;
    }

    public double rate(int atom) {
        return rates[atom];
    }

    /** Calls of all atoms in a unit of time. */
    public double totalRate() {
        return totalRate;
    }

    public double serviceRate() {
        return serviceRate;
    }

    public Line line() {
        return line;
    }

    /** The unit to be sent to the atom when {@code rank} better ones are busy. */
    public int preferred(int atom, int rank) {
        return preferences[atom][rank];
    }

    /** How many units the calls would keep busy, if none were lost. */
    public double offeredLoad() {
        return totalRate / serviceRate;
    }

    /** The share of all calls that come from the atom. */
    double share(int atom) {
        return rates[atom] / totalRate;
    }

    int[] preference(int atom) {
        return preferences[atom];
    }
}
