package org.openbeat.bench;

import java.util.Locale;

/**
 * Two measures taken in turns, ABABAB, so that what else the machine does falls on both. The result is the median of the
 * ratios of neighbours.
 */
final class Paired {

    /** One measurement; the greater the better or the worse, as the two agree. */
    @FunctionalInterface
    interface Measure {
        double take() throws Exception;
    }

    /** The median ratio with the two medians it came from and the range of the ratios. */
    record Result(double ours, double reference, double ratio, double lowest, double highest) {

        String line(String name, String unit) {
            return String.format(
                    Locale.ROOT,
                    "%s: ours %.2f %s, reference %.2f %s, ratios %.3f to %.3f",
                    name,
                    ours,
                    unit,
                    reference,
                    unit,
                    lowest,
                    highest);
        }
    }

    private Paired() {}

    static Result run(int rounds, Measure ours, Measure reference) throws Exception {
        var a = new double[rounds];
        var b = new double[rounds];
        var ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            a[round] = ours.take();
            b[round] = reference.take();
            ratios[round] = a[round] / b[round];
        }
        var sorted = new Samples(ratios);
        return new Result(
                new Samples(a).median(), new Samples(b).median(), sorted.median(), sorted.quantile(0), sorted.max());
    }
}
