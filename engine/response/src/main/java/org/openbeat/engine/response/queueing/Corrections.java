package org.openbeat.engine.response.queueing;

/**
 * Larson's factors Q(N, rho, j): by how much the true probability that the first j units in an order are busy and the
 * next is free differs from rho^j (1 - rho), because units that share a line of calls are not busy independently (R. C.
 * Larson, Approximating the performance of urban emergency service systems, 1975).
 *
 * <p>Given k busy units, all sets of k equally likely, that probability is (k)_j (N - k) / ((N)_j (N - j)); the mean of
 * it over k, divided by rho^j (1 - rho), is the factor.
 */
final class Corrections {
    private final double[] factors;

    private Corrections(double[] factors) {
        this.factors = factors;
    }

    static Corrections of(Levels levels) {
        var units = levels.units();
        var use = levels.use();
        var logFactorial = new double[units + 1];
        for (var k = 1; k <= units; k++) {
            logFactorial[k] = logFactorial[k - 1] + Math.log(k);
        }
        var factors = new double[units];
        for (var j = 0; j < units; j++) {
            var sum = 0.0;
            for (var k = j; k < units; k++) {
                // logarithms: with a thousand units rho^j is smaller than any double
                var ways = logFactorial[k] - logFactorial[k - j] - logFactorial[units] + logFactorial[units - j];
                sum += levels.busy()[k] * Math.exp(ways - j * Math.log(use)) * (units - k) / (units - j);
            }
            factors[j] = sum / (1 - use);
        }
        return new Corrections(factors);
    }

    /** The factor for a unit before which {@code busy} others are asked. */
    double factor(int busy) {
        return factors[busy];
    }
}
