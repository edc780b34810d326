package org.openbeat.engine.response.survival;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * For what share it takes longer than a time, when some have not ended yet (E. L. Kaplan and P. Meier, Nonparametric
 * estimation from incomplete observations, 1958). To leave the open ones out would make every response look faster than
 * it was; to count them as ended would too.
 *
 * <p>The variance is Greenwood's; the 95 % interval is taken on the scale log(-log), so that it stays between 0 and 1
 * (J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure Time Data). One that was lost from sight at
 * the time at which another ended counts as still at risk then.
 *
 * @param watched how many were watched
 * @param ended how many of them ended
 * @param steps where the curve falls, in order of time
 */
public record SurvivalCurve(int watched, int ended, List<Step> steps) {
    private static final double NORMAL_975 = 1.959963984540054;

    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /** The curve of these observations, in any order; of none it has no steps. */
    public static SurvivalCurve of(List<Observation> observations) {
        var sorted = observations.stream()
                .sorted(Comparator.comparing(Observation::time))
                .toList();
        var curve = new Falling();
        var from = 0;
        var ended = 0;
        while (from < sorted.size()) {
            var time = sorted.get(from).time();
            var to = from;
            var now = 0;
            for (; to < sorted.size() && sorted.get(to).time().equals(time); to++) {
                now += sorted.get(to).ended() ? 1 : 0;
            }
            curve.fall(time, sorted.size() - from, now);
            ended += now;
            from = to;
        }
        return new SurvivalCurve(sorted.size(), ended, curve.steps);
    }

    /** The estimated share for which it takes longer than this; 1 before the first step. */
    public double remainingAfter(Duration time) {
        var remaining = 1.0;
        for (var step : steps) {
            if (step.time().compareTo(time) > 0) {
                break;
            }
            remaining = step.remaining();
        }
        return remaining;
    }

    /** The time by which half have ended. */
    public Quantile median() {
        return quantile(0.5);
    }

    /**
     * The time by which this share has ended: where the curve, and each end of its interval, first comes down to
     * 1 - share (R. Brookmeyer and J. Crowley, A confidence interval for the median survival time, 1982).
     *
     * @param share above 0 and below 1
     */
    public Quantile quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A share of " + share + " is not between 0 and 1.");
        }
        var left = 1 - share;
        return new Quantile(first(Step::remaining, left), first(Step::low, left), first(Step::high, left));
    }

    private @Nullable Duration first(ToDoubleFunction<Step> height, double left) {
        for (var step : steps) {
            // 1e-12: a curve that falls to exactly one half by fractions must not miss it by rounding
            if (height.applyAsDouble(step) <= left + 1e-12) {
                return step.time();
            }
        }
        return null;
    }

    /** The curve while it is drawn from left to right. */
    private static final class Falling {
        private final List<Step> steps = new ArrayList<>();
        private double remaining = 1;
        private double greenwood;
        private double high = 1;

        void fall(Duration time, int atRisk, int ended) {
            if (ended == 0) {
                return;
            }
            remaining *= 1 - (double) ended / atRisk;
            if (ended == atRisk) {
                // nobody is left: the variance is not defined, the upper end stays where it was
                steps.add(new Step(time, atRisk, ended, 0, 0, 0, high));
                return;
            }
            greenwood += ended / ((double) atRisk * (atRisk - ended));
            var logLog = NORMAL_975 * Math.sqrt(greenwood) / Math.abs(Math.log(remaining));
            high = Math.pow(remaining, Math.exp(-logLog));
            var low = Math.pow(remaining, Math.exp(logLog));
            steps.add(new Step(time, atRisk, ended, remaining, remaining * Math.sqrt(greenwood), low, high));
        }
    }
}
