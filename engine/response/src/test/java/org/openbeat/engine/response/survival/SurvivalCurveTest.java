package org.openbeat.engine.response.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    /**
     * Weeks of remission of the 21 patients of E. J. Freireich and others, The effect of 6-mercaptopurine on the
     * duration of steroid-induced remissions in acute leukemia, Blood 21 (1963): the textbook example. Negative: still
     * in remission.
     */
    private static final int[] WEEKS = {
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35
    };

    @Test
    void the_textbook_example_gives_the_published_curve_and_standard_errors() {
        var curve = SurvivalCurve.of(remissions());

        assertThat(curve.watched()).isEqualTo(21);
        assertThat(curve.ended()).isEqualTo(9);
        assertThat(curve.steps())
                .extracting(step -> step.time().toDays())
                .containsExactly(6L, 7L, 10L, 13L, 16L, 22L, 23L);
        assertThat(curve.steps()).extracting(Step::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        var published = new double[] {.857, .807, .753, .690, .627, .538, .448};
        var errors = new double[] {.0764, .0869, .0963, .1068, .1141, .1282, .1346};
        for (var i = 0; i < published.length; i++) {
            assertThat(curve.steps().get(i).remaining()).isCloseTo(published[i], within(5e-4));
            assertThat(curve.steps().get(i).standardError()).isCloseTo(errors[i], within(5e-5));
        }
        assertThat(curve.median().estimate()).contains(Duration.ofDays(23));
    }

    @Test
    void without_open_ones_the_curve_is_the_plain_share() {
        var curve = SurvivalCurve.of(List.of(ended(3), ended(1), ended(2), ended(4)));

        assertThat(curve.remainingAfter(Duration.ZERO)).isEqualTo(1);
        assertThat(curve.remainingAfter(Duration.ofDays(2))).isCloseTo(0.5, within(1e-15));
        assertThat(curve.remainingAfter(Duration.ofDays(9))).isZero();
        assertThat(curve.median().estimate()).contains(Duration.ofDays(2));
    }

    @Test
    void one_that_is_still_open_makes_the_others_no_faster() {
        var closed = List.of(ended(1), ended(2), ended(3));
        var withOpen = new ArrayList<>(closed);
        withOpen.add(Observation.stillOpen(Duration.ofDays(5)));

        assertThat(SurvivalCurve.of(closed).remainingAfter(Duration.ofDays(3))).isZero();
        assertThat(SurvivalCurve.of(withOpen).remainingAfter(Duration.ofDays(3)))
                .isCloseTo(0.25, within(1e-15));
    }

    @Test
    void too_few_that_ended_give_no_median_rather_than_a_wrong_one() {
        var curve = SurvivalCurve.of(List.of(
                ended(1), Observation.stillOpen(Duration.ofDays(2)), Observation.stillOpen(Duration.ofDays(3))));

        assertThat(curve.median().estimate()).isEmpty();
        assertThat(SurvivalCurve.of(List.of()).median().estimate()).isEmpty();
        assertThatThrownBy(() -> curve.quantile(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void intervals_hold_the_estimate_stay_between_nought_and_one_and_the_order_does_not_matter() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var watched = new ArrayList<Observation>();
            for (var i = 0; i < 1 + random.nextInt(60); i++) {
                watched.add(new Observation(Duration.ofDays(random.nextInt(20)), random.nextInt(3) > 0));
            }
            var curve = SurvivalCurve.of(watched);
            Collections.shuffle(watched, random);

            assertThat(SurvivalCurve.of(watched)).isEqualTo(curve);
            var before = 1.0;
            for (var step : curve.steps()) {
                assertThat(step.remaining()).isLessThan(before);
                assertThat(step.low()).isBetween(0.0, step.remaining());
                assertThat(step.high()).isBetween(step.remaining(), 1.0);
                before = step.remaining();
            }
        }
    }

    @Test
    void ninety_five_of_a_hundred_intervals_hold_the_truth() {
        var held = 0;
        for (var seed = 0; seed < 1000; seed++) {
            held += holdsTheTruth(new Random(seed)) ? 1 : 0;
        }
        assertThat(held).isBetween(925, 975);
    }

    /** Times are exponential with mean 100, watching ends after a time of the same kind; S(70) is exp(-0.7). */
    private static boolean holdsTheTruth(Random random) {
        var watched = new ArrayList<Observation>();
        for (var i = 0; i < 80; i++) {
            var time = (long) (-100_000 * Math.log(1 - random.nextDouble()));
            var until = (long) (-150_000 * Math.log(1 - random.nextDouble()));
            watched.add(new Observation(Duration.ofMillis(Math.min(time, until)), time <= until));
        }
        var last = SurvivalCurve.of(watched).steps().stream()
                .filter(step -> step.time().toMillis() <= 70_000)
                .reduce((a, b) -> b)
                .orElseThrow();
        var truth = Math.exp(-0.7);
        return last.low() <= truth && truth <= last.high();
    }

    private static Observation ended(int days) {
        return Observation.ended(Duration.ofDays(days));
    }

    private static List<Observation> remissions() {
        var observations = new ArrayList<Observation>();
        for (var weeks : WEEKS) {
            observations.add(new Observation(Duration.ofDays(Math.abs(weeks)), weeks > 0));
        }
        return observations;
    }
}
