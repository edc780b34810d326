package org.openbeat.engine.response.queueing;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Atoms with the same order of preference are as one to the model.
 *
 * @param of for each atom the number of its group
 * @param rates calls of each group
 * @param preferences for each group its order, the groups in lexicographic order
 */
record Groups(int[] of, double[] rates, int[][] preferences) {

    static Groups of(ServiceSystem system) {
        var atoms = new Integer[system.atoms()];
        Arrays.setAll(atoms, atom -> atom);
        Arrays.sort(atoms, Comparator.comparing(system::preference, Arrays::compare));
        var of = new int[atoms.length];
        var rates = new double[atoms.length];
        var preferences = new int[atoms.length][];
        var count = 0;
        for (var atom : atoms) {
            if (count == 0 || !Arrays.equals(preferences[count - 1], system.preference(atom))) {
                preferences[count++] = system.preference(atom);
            }
            of[atom] = count - 1;
            rates[count - 1] += system.rate(atom);
        }
        return new Groups(of, Arrays.copyOf(rates, count), Arrays.copyOf(preferences, count));
    }

    int count() {
        return rates.length;
    }
}
