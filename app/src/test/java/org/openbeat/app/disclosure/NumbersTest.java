package org.openbeat.app.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "10, 10, 0.7225, 1.0000",
        "0, 10, 0.0000, 0.2775",
        "5, 10, 0.2366, 0.7634",
        "18, 25, 0.5242, 0.8572",
        "1, 1, 0.2065, 1.0000",
        "60, 100, 0.5020, 0.6906"
    })
    void the_range_of_a_share_is_wilsons(int successes, int of, double low, double high) {
        var interval = WilsonInterval.of(successes, of);
        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void a_range_holds_its_share_and_narrows_with_more_answers() {
        var random = new Random(311);
        for (int round = 0; round < 1_000; round++) {
            int of = 1 + random.nextInt(500);
            int successes = random.nextInt(of + 1);
            var interval = WilsonInterval.of(successes, of);
            double share = (double) successes / of;
            assertThat(share).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
            var more = WilsonInterval.of(successes * 4, of * 4);
            assertThat(more.high() - more.low()).isLessThan(interval.high() - interval.low());
        }
        assertThatThrownBy(() -> WilsonInterval.of(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shares_make_a_hundred() {
        var answers = new Satisfaction.Answers(1, 1, 1);
        assertThat(answers.yesPercent() + answers.partlyPercent() + answers.noPercent())
                .isEqualTo(100);
        assertThat(answers.isEnough()).isFalse();
        assertThat(new Satisfaction.Answers(3, 1, 1).isEnough()).isTrue();
    }

    @Test
    void R59_what_is_rare_is_told_together_or_not_at_all() {
        assertThat(count("noise", 5, "theft", 2, "neighbours", 1)).satisfies(few -> {
            assertThat(few.counts()).containsOnlyKeys("noise");
            assertThat(few.rest()).isEqualTo(3);
            assertThat(few.total()).isEqualTo(8);
        });
        assertThat(count("noise", 5, "theft", 2)).satisfies(few -> {
            assertThat(few.rest()).isZero();
            assertThat(few.total()).as("subtraction finds nothing").isEqualTo(5);
            assertThat(few.tells("theft")).isFalse();
        });
        assertThat(count()).satisfies(few -> assertThat(few.total()).isZero());
    }

    @Test
    void R59_no_published_number_lies_between_zero_and_three() {
        var random = new Random(59);
        for (int round = 0; round < 500; round++) {
            var things = new ArrayList<String>();
            for (int kind = 0; kind < 8; kind++) {
                things.addAll(Collections.nCopies(random.nextInt(6), "kind-" + kind));
            }
            var few = Few.count(things, name -> name);
            assertThat(few.counts().values()).allMatch(count -> count >= 3);
            assertThat(few.rest()).matches(rest -> rest == 0 || rest >= 3);
        }
    }

    private static Few count(Object... namesAndCounts) {
        var things = new ArrayList<String>();
        for (int i = 0; i < namesAndCounts.length; i += 2) {
            things.addAll(Collections.nCopies((int) namesAndCounts[i + 1], (String) namesAndCounts[i]));
        }
        return Few.count(things, name -> name);
    }

    @Test
    void the_median_is_the_middle_or_halfway_between_two() {
        assertThat(taken(9, 1, 5).median()).isEqualTo(Duration.ofHours(5));
        assertThat(taken(9, 1, 5, 6).median()).isEqualTo(Duration.ofMinutes(330));
        assertThat(taken(1, 2, 3, 4).withinPercent()).isEqualTo(50);
    }

    private static TimeTaken taken(int... hours) {
        var took = new ArrayList<Duration>();
        for (int hour : hours) {
            took.add(Duration.ofHours(hour));
        }
        return TimeTaken.of(List.copyOf(took), hours.length / 2);
    }

    @ParameterizedTest
    @CsvSource({
        "12 Mill Lane, Mill Lane", "12a Mill Lane, Mill Lane", "'12-14, Mill Lane', Mill Lane",
                "Rue Haute 7, Rue Haute",
        "'Rue Haute, 7b', Rue Haute", "建设路12号, 建设路", "Mill Lane, Mill Lane", "3rd Avenue, 3rd Avenue",
        "12 3rd Avenue, 3rd Avenue"
    })
    void a_block_is_named_by_a_street_and_never_by_a_house(String label, String street) {
        assertThat(BlockNames.withoutHouse(label)).isEqualTo(street);
    }
}
