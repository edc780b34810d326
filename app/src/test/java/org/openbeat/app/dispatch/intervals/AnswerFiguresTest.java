package org.openbeat.app.dispatch.intervals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.response.survival.Observation;
import org.openbeat.engine.response.survival.SurvivalCurve;

class AnswerFiguresTest {
    /** As after the release of a system that made the mean answer four times as long: 12 s became 48 s. */
    @Test
    void R29_answers_that_leave_the_baseline_raise_an_alarm() {
        var figures = AnswerFigures.of(answers(40, 48), answers(4000, 12));
        assertThat(figures.slower()).isTrue();
        assertThat(figures.now()).isGreaterThan(figures.usual());
    }

    @Test
    void R29_answers_as_usual_and_a_few_slow_ones_raise_none() {
        assertThat(AnswerFigures.of(answers(40, 12), answers(4000, 12)).slower())
                .isFalse();
        assertThat(AnswerFigures.of(answers(3, 20), answers(4000, 12)).slower())
                .as("three calls say nothing")
                .isFalse();
        assertThat(AnswerFigures.of(answers(40, 48), answers(0, 0)).slower())
                .as("nobody knows yet what is usual")
                .isFalse();
    }

    @Test
    void R29_calls_that_nobody_has_answered_yet_count() {
        var waiting = IntStream.range(0, 40)
                .mapToObj(each -> each < 5
                        ? Observation.ended(Duration.ofSeconds(300))
                        : Observation.stillOpen(Duration.ofSeconds(300 + each)))
                .toList();
        assertThat(AnswerFigures.of(SurvivalCurve.of(waiting), answers(4000, 12))
                        .slower())
                .isTrue();
    }

    /** Answers spread evenly from nothing to twice the middle. */
    private static SurvivalCurve answers(int number, int middle) {
        List<Observation> all = IntStream.range(0, number)
                .mapToObj(each -> Observation.ended(Duration.ofMillis(1000L * middle * 2 * (each + 1) / number)))
                .toList();
        return SurvivalCurve.of(all);
    }
}
