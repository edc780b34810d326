package org.openbeat.bench;

import java.util.Arrays;

/** Measured values and their quantiles. */
record Samples(double[] sorted) {

    Samples {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    static Samples ofNanosAsMillis(long[] nanos) {
        return new Samples(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).toArray());
    }

    /** The smallest value that at least this share of the samples does not exceed (nearest rank). */
    double quantile(double share) {
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    double median() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    double p99() {
        return quantile(0.99);
    }

    double max() {
        return quantile(1);
    }
}
