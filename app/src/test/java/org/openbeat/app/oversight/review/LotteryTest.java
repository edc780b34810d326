package org.openbeat.app.oversight.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LotteryTest {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final List<UUID> POPULATION =
            LongStream.range(0, 500).mapToObj(i -> new UUID(7, i)).toList();

    private static Lottery lottery(String words) {
        return Lottery.of(SECRET, words, Lottery.root(POPULATION));
    }

    @Test
    void a_draw_can_be_repeated_from_secret_words_and_ids_in_whatever_order_they_come() {
        var shuffled = new ArrayList<>(POPULATION);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(lottery("3 1 6").sample(shuffled, 20))
                .isEqualTo(lottery("3 1 6").sample(POPULATION, 20));
        assertThat(lottery("3 1 6").sample(POPULATION, 20))
                .doesNotHaveDuplicates()
                .hasSize(20);
    }

    @Test
    void other_words_another_secret_or_another_population_give_another_sample() {
        var sample = lottery("3 1 6").sample(POPULATION, 20);
        assertThat(lottery("3 1 5").sample(POPULATION, 20)).isNotEqualTo(sample);
        var other = SECRET.clone();
        other[0]++;
        assertThat(Lottery.of(other, "3 1 6", Lottery.root(POPULATION)).sample(POPULATION, 20))
                .isNotEqualTo(sample);
        assertThat(Lottery.of(SECRET, "3 1 6", Lottery.root(POPULATION.subList(1, 500)))
                        .sample(POPULATION, 20))
                .isNotEqualTo(sample);
    }

    @Test
    void a_population_that_is_smaller_than_the_sample_is_drawn_whole() {
        assertThat(lottery("1").sample(POPULATION.subList(0, 3), 10))
                .containsExactlyInAnyOrderElementsOf(POPULATION.subList(0, 3));
    }

    /** 2,000 draws of 20 out of 500: 80 times each on average; six deviations of a binomial are 53. */
    @Test
    void every_thing_is_as_likely_as_any_other() {
        var times = new HashMap<UUID, Integer>();
        IntStream.range(0, 2_000)
                .forEach(draw ->
                        lottery("draw " + draw).sample(POPULATION, 20).forEach(id -> times.merge(id, 1, Integer::sum)));
        assertThat(times).hasSize(500);
        assertThat(times.values()).allSatisfy(count -> assertThat(count).isBetween(27, 133));
    }

    @Test
    void reviewers_are_drawn_for_each_thing_and_are_two_people() {
        var body = List.of("a", "b", "c", "d");
        var pairs = POPULATION.stream()
                .map(id -> lottery("3 1 6").reviewers(id, body, 2))
                .toList();
        assertThat(pairs).allSatisfy(pair -> assertThat(pair).hasSize(2).doesNotHaveDuplicates());
        assertThat(pairs).as("all ordered pairs occur").contains(List.of("a", "b"), List.of("d", "c"));
    }

    @Test
    void ids_have_one_order_whatever_their_bits() {
        var ids = List.of(new UUID(-1, 0), new UUID(1, 0), new UUID(1, -1), new UUID(0, 5));
        assertThat(ids.stream().sorted(Lottery.ASCENDING))
                .containsExactly(new UUID(0, 5), new UUID(1, 0), new UUID(1, -1), new UUID(-1, 0));
    }
}
