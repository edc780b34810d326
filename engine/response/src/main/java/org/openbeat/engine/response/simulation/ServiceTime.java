package org.openbeat.engine.response.simulation;

import java.util.SplittableRandom;

/** How long a call keeps a unit: a distribution. */
@FunctionalInterface
public interface ServiceTime {

    double draw(SplittableRandom random);

    /** As the hypercube takes it: short ones are frequent, long ones are rare. */
    static ServiceTime exponential(double mean) {
        return random -> -mean * Math.log(1 - random.nextDouble());
    }

    static ServiceTime constant(double time) {
        return random -> time;
    }

    /**
     * As times on scene usually are: none is very short, some are very long.
     *
     * @param variation the standard deviation divided by the mean
     */
    static ServiceTime logNormal(double mean, double variation) {
        var variance = Math.log(1 + variation * variation);
        var location = Math.log(mean) - variance / 2;
        return random -> Math.exp(location + Math.sqrt(variance) * normal(random));
    }

    private static double normal(SplittableRandom random) {
        var radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
