package org.openbeat.engine.response.coverage;

import java.util.Arrays;

/**
 * Expected coverage (M. S. Daskin, A maximum expected covering location model, 1983): an area that k units can reach in
 * time is covered with the probability 1 - q^k, where q is the probability that a unit is busy. The coverage of all is
 * the mean over the areas, weighed by their demand. It takes units to be busy independently of each other.
 */
public final class ExpectedCoverage {
    private final double[] shares;
    private final boolean[][] reaches;
    private final double busy;
    private final int[] reaching;

    private ExpectedCoverage(double[] shares, boolean[][] reaches, double busy, int[] reaching) {
        this.shares = shares;
        this.reaches = reaches;
        this.busy = busy;
        this.reaching = reaching;
    }

    /**
     * @param demand of each area, in any unit; not all 0
     * @param times for each unit the travel time to each area
     * @param standard an area is reached in time when the travel time is at most this
     * @param busy the probability that a unit is busy, at least 0 and below 1
     */
    public static ExpectedCoverage of(double[] demand, double[][] times, double standard, double busy) {
        if (!(busy >= 0 && busy < 1)) {
            throw new IllegalArgumentException("A unit cannot be busy with the probability " + busy + ".");
        }
        var total = Arrays.stream(demand).sum();
        if (!(total > 0)) {
            throw new IllegalArgumentException("There is no demand to cover.");
        }
        var reaching = new int[demand.length];
        var reaches = new boolean[times.length][demand.length];
        for (var unit = 0; unit < times.length; unit++) {
            for (var area = 0; area < demand.length; area++) {
                reaches[unit][area] = times[unit][area] <= standard;
                reaching[area] += reaches[unit][area] ? 1 : 0;
            }
        }
        var shares = Arrays.stream(demand).map(each -> each / total).toArray();
        return new ExpectedCoverage(shares, reaches, busy, reaching);
    }

    /** The share of the demand that is expected to be reached in time. */
    public double covered() {
        var covered = 0.0;
        for (var area = 0; area < shares.length; area++) {
            covered += shares[area] * ofArea(area);
        }
        return covered;
    }

    /** The probability that a call from this area is reached in time. */
    public double ofArea(int area) {
        return 1 - Math.pow(busy, reaching[area]);
    }

    /** How many units could reach the area in time, were they all free. */
    public int reaching(int area) {
        return reaching[area];
    }

    /** By how much the share of the demand that is covered falls, if this unit goes. */
    public double lostWithout(int unit) {
        var lost = 0.0;
        for (var area = 0; area < shares.length; area++) {
            if (reaches[unit][area]) {
                lost += shares[area] * Math.pow(busy, reaching[area] - 1) * (1 - busy);
            }
        }
        return lost;
    }

    /** The area that loses most, weighed by its demand, if this unit goes; -1 when none loses. */
    public int areaHitMost(int unit) {
        var most = -1;
        var loss = 0.0;
        for (var area = 0; area < shares.length; area++) {
            var lost = reaches[unit][area] ? shares[area] * Math.pow(busy, reaching[area] - 1) : 0;
            if (lost > loss) {
                loss = lost;
                most = area;
            }
        }
        return most;
    }
}
