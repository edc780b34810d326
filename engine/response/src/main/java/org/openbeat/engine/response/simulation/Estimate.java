package org.openbeat.engine.response.simulation;

/**
 * A long-run mean as a simulation tells it, with its 95 % interval from the means of twenty batches of calls.
 *
 * @param mean of all batches; NaN when nothing was measured
 * @param halfWidth the interval is the mean plus and minus this
 */
public record Estimate(double mean, double halfWidth) {
    static final int BATCHES = 20;

    /** Student's t with 19 degrees of freedom, 97.5 %. */
    private static final double T_19 = 2.093024054408263;

    static Estimate of(double[] batches) {
        var sum = 0.0;
        for (var batch : batches) {
            sum += batch;
        }
        var mean = sum / batches.length;
        var squares = 0.0;
        for (var batch : batches) {
            squares += (batch - mean) * (batch - mean);
        }
        var error = Math.sqrt(squares / (batches.length - 1) / batches.length);
        return new Estimate(mean, T_19 * error);
    }

    public double low() {
        return mean - halfWidth;
    }

    public double high() {
        return mean + halfWidth;
    }

    public boolean holds(double value) {
        return low() <= value && value <= high();
    }
}
