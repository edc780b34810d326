package org.openbeat.engine.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.response.Reason.Cause;

class RecommendationRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final Point PLACE = new Point(43.73, 7.42);
    private static final Skill DOG = new Skill("dog");
    private static final Commitment FREE = new Commitment.None();
    private static final Rules RULES = new Rules(
            Duration.ofSeconds(30), Duration.ofMinutes(5), List.of(new Rules.TakeOver(3, 4, Duration.ofSeconds(120))));

    private final List<Candidate<String>> candidates = new ArrayList<>();
    private final Map<String, TravelTime> times = new HashMap<>();

    @Test
    void of_units_that_are_there_equally_soon_the_one_goes_whose_leaving_costs_less_cover() {
        unit("near", 100, FREE, 0.12, 0, null);
        unit("by", 125, FREE, 0.01, 0, null);
        var recommended = recommend(1);

        assertThat(proposed(recommended)).containsExactly("by");
        assertThat(passedOver(recommended, "near"))
                .isEqualTo(new Reason.PassedOver(Cause.COVERAGE, Duration.ofSeconds(25)));
        assertThat(recommended.choices().getFirst().reasons()).contains(new Reason.CoverageLoss(0.01));
    }

    @Test
    void a_unit_that_is_clearly_sooner_goes_whatever_it_costs() {
        unit("near", 100, FREE, 0.5, 1, Duration.ofMinutes(1));
        unit("far", 131, FREE, 0, 0, null);

        assertThat(proposed(recommend(1))).containsExactly("near");
    }

    @Test
    void with_equal_cover_the_one_with_less_work_goes_then_the_one_whose_shift_goes_on() {
        unit("worked", 100, FREE, 0.1, 0.6, null);
        unit("ends", 101, FREE, 0.1, 0.2, Duration.ofMinutes(10));
        unit("goes on", 102, FREE, 0.1, 0.2, Duration.ofHours(4));
        var recommended = recommend(1);

        assertThat(proposed(recommended)).containsExactly("goes on");
        assertThat(passedOver(recommended, "worked").cause()).isEqualTo(Cause.WORKLOAD);
        assertThat(passedOver(recommended, "ends").cause()).isEqualTo(Cause.SHIFT_END);
    }

    @Test
    void a_unit_on_its_way_to_something_less_urgent_is_taken_only_when_it_gains_what_the_rule_asks() {
        unit("free", 300, FREE, 0, 0, null);
        unit("on the way", 150, new Commitment.OnTheWay(4), 0, 0, null);
        assertThat(proposed(recommend(1))).containsExactly("on the way");
        assertThat(recommend(1).choices().getFirst().reasons())
                .contains(new Reason.TakenFrom(4, Duration.ofSeconds(120)));

        candidates.clear();
        unit("free", 260, FREE, 0, 0, null);
        unit("on the way", 150, new Commitment.OnTheWay(4), 0, 0, null);
        assertThat(proposed(recommend(1))).containsExactly("free");
        assertThat(passedOver(recommend(1), "on the way").cause()).isEqualTo(Cause.COMMITTED);
    }

    @Test
    void a_unit_on_its_way_to_something_as_urgent_is_never_taken_without_asking() {
        unit("free", 2000, FREE, 0, 0, null);
        unit("on the way", 10, new Commitment.OnTheWay(2), 0, 0, null);
        var recommended = recommend(1);

        assertThat(proposed(recommended)).containsExactly("free");
        assertThat(passedOver(recommended, "on the way").cause()).isEqualTo(Cause.MUST_BE_ASKED);
    }

    @Test
    void a_unit_that_is_about_to_be_free_counts_with_the_time_until_then() {
        unit("free", 300, FREE, 0, 0, null);
        unit("soon", 60, new Commitment.FreeSoon(Duration.ofSeconds(120)), 0, 0, null);
        unit("late", 1, new Commitment.FreeSoon(Duration.ofMinutes(6)), 0, 0, null);
        var recommended = recommend(2);

        assertThat(proposed(recommended)).containsExactly("soon", "free");
        assertThat(recommended.choices().getFirst().reasons()).contains(new Reason.FreeSoon(Duration.ofSeconds(120)));
        assertThat(passedOver(recommended, "late").cause()).isEqualTo(Cause.MUST_BE_ASKED);
    }

    @Test
    void a_doubted_position_is_told_and_never_counts_like_a_good_one() {
        candidates.add(new Candidate<>(
                "jumped",
                PLACE,
                NOW,
                Availability.FREE,
                Set.of(),
                new Circumstances(PositionTrust.JUMPED, FREE, 0, 0, null)));
        times.put("jumped", road(1));
        unit("sure", 900, FREE, 0, 0, null);
        var recommended = recommend(1);

        assertThat(proposed(recommended)).containsExactly("sure");
        assertThat(recommended.choices().getLast().reasons())
                .contains(new Reason.PositionDoubted(PositionTrust.JUMPED));
        assertThat(passedOver(recommended, "jumped").cause()).isEqualTo(Cause.POSITION);
    }

    @Test
    void a_plan_of_parts_takes_the_nearest_for_each_and_keeps_the_rare_one_for_its_own() {
        unit("dog", 10, FREE, 0, 0, null, DOG);
        unit("a", 200, FREE, 0, 0, null);
        unit("b", 300, FREE, 0, 0, null);
        unit("far dog", 900, FREE, 0, 0, null, DOG);
        var need = Need.of(List.of(new Need.Part(Set.of(), 2), new Need.Part(Set.of(DOG), 1)));
        var recommended = Recommendation.of(need, RULES, candidates, times, NOW);

        assertThat(proposed(recommended)).containsExactly("dog", "a", "b");
        assertThat(recommended.meetsTheNeed()).isTrue();
    }

    @Test
    void a_part_that_nobody_can_do_is_said() {
        unit("a", 200, FREE, 0, 0, null);
        var need = Need.of(List.of(new Need.Part(Set.of(DOG), 1), new Need.Part(Set.of(), 1)));
        var recommended = Recommendation.of(need, RULES, candidates, times, NOW);

        assertThat(proposed(recommended)).containsExactly("a");
        assertThat(recommended.unmet()).containsExactly(DOG);
        assertThat(recommended.lacking()).isEqualTo(1);
    }

    @Test
    void order_depends_on_nothing_but_the_units_and_every_nearer_unit_that_is_left_has_its_reason() {
        for (var seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            candidates.clear();
            times.clear();
            for (var i = 0; i < 1 + random.nextInt(25); i++) {
                randomUnit("u" + i, 100 + random.nextInt(20) * 20 + i, random);
            }
            var need = random.nextBoolean()
                    ? new Need(random.nextBoolean() ? Set.of(DOG) : Set.of(), 1 + random.nextInt(3))
                    : Need.of(List.of(new Need.Part(Set.of(), 1), new Need.Part(Set.of(DOG), 1)));
            var recommended = Recommendation.of(need, RULES, candidates, times, NOW);
            Collections.shuffle(candidates, random);

            assertThat(Recommendation.of(need, RULES, candidates, times, NOW).choices())
                    .isEqualTo(recommended.choices());
            check(recommended, need);
        }
    }

    private static void check(Recommendation<String> recommended, Need need) {
        var proposed = recommended.proposed();
        assertThat(proposed.size() + recommended.lacking()).isEqualTo(need.units());
        assertThat(proposed).allMatch(Choice::isSendable);
        var slowest = proposed.stream()
                .map(choice -> choice.arrival().orElseThrow().duration())
                .max(Duration::compareTo);
        for (var choice : recommended.choices()) {
            var sooner = slowest.isPresent()
                    && choice.arrival().isPresent()
                    && choice.arrival().get().duration().compareTo(slowest.get()) < 0;
            assertThat(choice.passedOver().isPresent()).isEqualTo(sooner && !choice.proposed());
        }
    }

    private void randomUnit(String name, int seconds, Random random) {
        var commitments = List.of(
                FREE,
                FREE,
                new Commitment.OnTheWay(1 + random.nextInt(4)),
                new Commitment.FreeSoon(Duration.ofMinutes(random.nextInt(8))));
        candidates.add(new Candidate<>(
                name,
                PLACE,
                NOW.minusSeconds(random.nextInt(400)),
                Availability.values()[random.nextInt(3)],
                random.nextInt(3) == 0 ? Set.of(DOG) : Set.of(),
                new Circumstances(
                        PositionTrust.values()[random.nextInt(8) < 5 ? 0 : random.nextInt(4)],
                        commitments.get(random.nextInt(4)),
                        random.nextInt(4) / 10.0,
                        random.nextInt(4) / 4.0,
                        random.nextBoolean() ? null : Duration.ofMinutes(random.nextInt(90) - 10))));
        if (random.nextInt(10) > 0) {
            times.put(name, road(seconds));
        }
    }

    private void unit(
            String name,
            int seconds,
            Commitment commitment,
            double coverageLoss,
            double workload,
            @Nullable Duration shiftLeft,
            Skill... skills) {
        candidates.add(new Candidate<>(
                name,
                PLACE,
                NOW.minusSeconds(20),
                Availability.FREE,
                Set.of(skills),
                new Circumstances(PositionTrust.GOOD, commitment, coverageLoss, workload, shiftLeft)));
        times.put(name, road(seconds));
    }

    private static TravelTime road(int seconds) {
        return TravelTime.byRoad(1000 * seconds, 10 * seconds, 5);
    }

    private Recommendation<String> recommend(int units) {
        return Recommendation.of(new Need(Set.of(), units), RULES, candidates, times, NOW);
    }

    private static List<String> proposed(Recommendation<String> recommended) {
        return recommended.proposed().stream().map(Choice::unit).collect(Collectors.toList());
    }

    private static Reason.PassedOver passedOver(Recommendation<String> recommended, String unit) {
        return recommended.choices().stream()
                .filter(choice -> choice.unit().equals(unit))
                .findFirst()
                .flatMap(Choice::passedOver)
                .orElseThrow();
    }
}
