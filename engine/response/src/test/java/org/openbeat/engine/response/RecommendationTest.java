package org.openbeat.engine.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecommendationTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final Point PLACE = new Point(43.73, 7.42);
    private static final Skill DOG = new Skill("dog");
    private static final Skill FIRST_AID = new Skill("first-aid");
    private static final Need ONE = new Need(Set.of(), 1);

    private final List<Candidate<String>> candidates = new ArrayList<>();
    private final Map<String, TravelTime> times = new HashMap<>();

    @Test
    void the_unit_that_arrives_first_comes_first() {
        unit("far", 600, Availability.FREE);
        unit("near", 120, Availability.FREE);
        var recommended = recommend(ONE);
        assertThat(units(recommended)).containsExactly("near", "far");
        assertThat(recommended.proposed()).extracting(Choice::unit).containsExactly("near");
        assertThat(recommended.meetsTheNeed()).isTrue();
        assertThat(recommended.choices().getFirst().reasons()).contains(new Reason.Arrival(times.get("near")));
    }

    @Test
    void a_unit_that_may_not_be_sent_is_listed_last_with_the_reason_and_never_proposed() {
        unit("off duty", 10, Availability.UNAVAILABLE);
        unit("free", 900, Availability.FREE);
        var recommended = recommend(new Need(Set.of(), 2));
        assertThat(units(recommended)).containsExactly("free", "off duty");
        assertThat(recommended.choices().getLast().reasons()).contains(new Reason.NotAvailable());
        assertThat(recommended.choices().getLast().isSendable()).isFalse();
        assertThat(recommended.lacking()).isEqualTo(1);
        assertThat(recommended.meetsTheNeed()).isFalse();
    }

    @Test
    void a_unit_to_be_asked_comes_after_the_free_ones() {
        unit("busy", 10, Availability.ASK_FIRST);
        unit("free", 300, Availability.FREE);
        assertThat(units(recommend(ONE))).containsExactly("free", "busy");
        assertThat(recommend(ONE).choices().getLast().reasons()).contains(new Reason.MustBeAsked());
    }

    @Test
    void what_is_needed_weighs_more_than_minutes() {
        unit("near", 60, Availability.FREE);
        unit("dog unit", 600, Availability.FREE, DOG);
        var recommended = recommend(new Need(Set.of(DOG), 1));
        assertThat(units(recommended)).containsExactly("dog unit", "near");
        assertThat(recommended.choices().getLast().reasons()).contains(new Reason.LacksSkills(Set.of(DOG)));
    }

    @Test
    void units_that_together_can_do_all_are_proposed() {
        unit("aid 1", 60, Availability.FREE, FIRST_AID);
        unit("aid 2", 70, Availability.FREE, FIRST_AID);
        unit("dog", 600, Availability.FREE, DOG);
        var recommended = recommend(new Need(Set.of(DOG, FIRST_AID), 2));
        assertThat(recommended.proposed()).extracting(Choice::unit).containsExactly("aid 1", "dog");
        assertThat(recommended.unmet()).isEmpty();
    }

    @Test
    void what_nobody_can_do_is_said() {
        unit("aid", 60, Availability.FREE, FIRST_AID);
        var recommended = recommend(new Need(Set.of(DOG), 1));
        assertThat(recommended.unmet()).containsExactly(DOG);
        assertThat(recommended.meetsTheNeed()).isFalse();
    }

    @Test
    void an_old_position_counts_less_than_a_fresh_one_and_an_unknown_one_least() {
        candidates.add(new Candidate<>("unknown", null, null, Availability.FREE, Set.of()));
        var old = NOW.minus(Recommendation.STALE_AFTER).minusSeconds(1);
        candidates.add(new Candidate<>("old", PLACE, old, Availability.FREE, Set.of()));
        times.put("old", road(30));
        unit("fresh", 500, Availability.FREE);
        var recommended = recommend(new Need(Set.of(), 3));
        assertThat(units(recommended)).containsExactly("fresh", "old", "unknown");
        assertThat(recommended.choices().get(1).reasons())
                .contains(new Reason.PositionAge(Duration.ofSeconds(301), true));
        assertThat(recommended.choices().get(2).reasons()).contains(new Reason.NoPosition());
        assertThat(recommended.choices().get(2).proposed()).isFalse();
    }

    @Test
    void the_same_units_in_another_order_give_the_same_order_unless_they_are_equal() {
        var random = new Random(3);
        for (var i = 0; i < 40; i++) {
            unit("u" + i, 10 + 7 * i, Availability.values()[random.nextInt(3)], i % 4 == 0 ? DOG : FIRST_AID);
        }
        var expected = units(recommend(new Need(Set.of(DOG), 3)));
        for (var round = 0; round < 200; round++) {
            Collections.shuffle(candidates, random);
            assertThat(units(recommend(new Need(Set.of(DOG), 3)))).isEqualTo(expected);
        }
    }

    @Test
    void without_a_map_the_order_is_by_straight_line_and_says_so() {
        var near = new Candidate<>("near", new Point(43.731, 7.42), NOW, Availability.FREE, Set.<Skill>of());
        var far = new Candidate<>("far", new Point(43.75, 7.42), NOW, Availability.FREE, Set.<Skill>of());
        var recommended = Recommendation.of(RoadNetwork.withoutMap(), PLACE, ONE, List.of(far, near), NOW);
        assertThat(units(recommended)).containsExactly("near", "far");
        assertThat(recommended.choices().getFirst().arrival())
                .hasValueSatisfying(time -> assertThat(time.whyNoRoad()).contains(NoRoad.NO_MAP));
    }

    @Test
    void a_place_that_is_not_on_earth_is_refused_with_a_hint() {
        assertThatThrownBy(() -> new Point(116.4, 39.9)).hasMessageContaining("swapped");
    }

    private void unit(String name, int seconds, Availability availability, Skill... skills) {
        candidates.add(new Candidate<>(name, PLACE, NOW.minusSeconds(20), availability, Set.of(skills)));
        times.put(name, road(seconds));
    }

    private static TravelTime road(int seconds) {
        return TravelTime.byRoad(1000 * seconds, 10 * seconds, 5);
    }

    private Recommendation<String> recommend(Need need) {
        return Recommendation.of(need, candidates, times, NOW);
    }

    private static List<String> units(Recommendation<String> recommended) {
        return recommended.choices().stream().map(Choice::unit).toList();
    }
}
