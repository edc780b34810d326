package org.openbeat.engine.response.simulation;

import java.util.stream.IntStream;
import org.openbeat.engine.response.queueing.Line;
import org.openbeat.engine.response.queueing.ServiceSystem;

/**
 * The units of a simulation. Each waits at its own place, goes to a call and back; the way back takes no time, and it can
 * be sent at once. Units and places are numbered from 0; times are in any unit, the same everywhere.
 */
public final class Fleet {
    private final double[][] travel;
    private final long[] skills;
    private final int[][] preferences;
    private final Line line;
    private final boolean travelKeepsBusy;

    private Fleet(double[][] travel, long[] skills, int[][] preferences, Line line, boolean travelKeepsBusy) {
        this.travel = travel;
        this.skills = skills;
        this.preferences = preferences;
        this.line = line;
        this.travelKeepsBusy = travelKeepsBusy;
    }

    /**
     * The nearest free unit goes.
     *
     * @param travel for each unit the time to each place; infinity where it cannot go
     * @param skills for each unit what it can do, a bit each
     */
    public static Fleet nearestFirst(double[][] travel, long[] skills, Line line) {
        if (travel.length == 0 || travel.length != skills.length) {
            throw new IllegalArgumentException(travel.length + " rows of times and " + skills.length + " units.");
        }
        var preferences = new int[travel[0].length][];
        for (var place = 0; place < preferences.length; place++) {
            var to = place;
            preferences[place] = IntStream.range(0, travel.length)
                    .boxed()
                    .filter(unit -> Double.isFinite(travel[unit][to]))
                    .sorted((a, b) -> Double.compare(travel[a][to], travel[b][to]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return new Fleet(travel, skills.clone(), preferences, line, true);
    }

    /**
     * The same units, atoms, orders and line as those of a hypercube. As in that model the time for which a call keeps
     * a unit holds the way there.
     *
     * @param travel for each unit the time to each atom
     */
    public static Fleet like(ServiceSystem system, double[][] travel) {
        var preferences = new int[system.atoms()][];
        for (var atom = 0; atom < preferences.length; atom++) {
            var to = atom;
            preferences[atom] = IntStream.range(0, system.units())
                    .map(rank -> system.preferred(to, rank))
                    .toArray();
        }
        return new Fleet(travel, new long[system.units()], preferences, system.line(), false);
    }

    public int units() {
        return skills.length;
    }

    public int places() {
        return preferences.length;
    }

    public Line line() {
        return line;
    }

    /** Whether the way to a call comes on top of the time for which the call keeps the unit. */
    public boolean travelKeepsBusy() {
        return travelKeepsBusy;
    }

    double travel(int unit, int place) {
        return travel[unit][place];
    }

    boolean can(int unit, long needed) {
        return (skills[unit] & needed) == needed;
    }

    int[] preference(int place) {
        return preferences[place];
    }
}
