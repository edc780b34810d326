package org.openbeat.engine.response.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.response.Need;
import org.openbeat.engine.response.Rules;
import org.openbeat.engine.response.Skill;
import org.openbeat.engine.response.plan.ResponsePlan.Problem;
import org.openbeat.engine.response.plan.ResponsePlan.Problem.Kind;

class ResponsePlanTest {
    private static final String TEXT = """
            # what goes where
            violence 1-2: 2 units, 1 dog   # a third with a dog
            collision-injury: 1 first-aid + traffic, 1 unit
            * 1: 2 units
            *: 1 unit

            nearly equal: 45 s
            free soon: 5 min
            priority 1 takes from 3-4: 120 s
            priority 1-2 takes from 4: 2 min
            """;

    @Test
    void the_first_entry_that_fits_says_what_goes() {
        var plan = plan(TEXT);

        assertThat(plan.need("violence", 2)).contains(Need.of(List.of(part(2), part(1, "dog"))));
        assertThat(plan.need("violence", 3)).contains(Need.of(List.of(part(1))));
        assertThat(plan.need("collision-injury", 4))
                .contains(Need.of(List.of(part(1, "first-aid", "traffic"), part(1))));
        assertThat(plan.need("anything", 1)).contains(Need.of(List.of(part(2))));
        assertThat(plan.entry("anything", 4).orElseThrow().line()).isEqualTo(5);
    }

    @Test
    void rules_hold_for_the_priorities_they_name() {
        var plan = plan(TEXT);

        assertThat(plan.rules(1).nearlyEqual()).isEqualTo(Duration.ofSeconds(45));
        assertThat(plan.rules(1).freeSoon()).isEqualTo(Duration.ofMinutes(5));
        assertThat(plan.rules(1).takeOvers()).hasSize(2);
        assertThat(plan.rules(2).takeOvers()).containsExactly(new Rules.TakeOver(4, 4, Duration.ofMinutes(2)));
        assertThat(plan.rules(3).takeOvers()).isEmpty();
    }

    @Test
    void each_line_that_is_wrong_is_named_with_what_is_wrong() {
        var parsed = ResponsePlan.parse("""
                violence 1-2: 2 units
                violence 2: 1 dog
                fight 5: 1 unit
                fight: 0 units
                theft: 15 units, 6 dog
                theft: one unit
                go there
                nearly equal: 3 hours
                nearly equal: 20 s
                priority 2 takes from 1: 60 s
                """);

        assertThat(parsed.plan()).isNull();
        assertThat(parsed.problems())
                .extracting(Problem::line, Problem::kind)
                .containsExactly(
                        tuple(2, Kind.NEVER_REACHED),
                        tuple(3, Kind.PRIORITY),
                        tuple(4, Kind.COUNT),
                        tuple(5, Kind.COUNT),
                        tuple(6, Kind.UNREADABLE),
                        tuple(7, Kind.UNREADABLE),
                        tuple(8, Kind.TIME),
                        tuple(9, Kind.TWICE),
                        tuple(10, Kind.PRIORITY));
    }

    @Test
    void a_plan_without_an_entry_is_no_plan() {
        assertThat(ResponsePlan.parse("# nothing\n\n").problems()).containsExactly(new Problem(0, Kind.EMPTY, ""));
        assertThat(ResponsePlan.parse("free soon: 2 min").plan()).isNull();
    }

    @Test
    void whatever_is_typed_there_is_an_answer() {
        var random = new Random(7);
        var signs = "ab1-4*: ,+#\n\tunits takes from priority free soon 99999999999 min s";
        for (var round = 0; round < 5_000; round++) {
            var text = new StringBuilder();
            for (var i = 0; i < random.nextInt(60); i++) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            var parsed = ResponsePlan.parse(text.toString());
            assertThat(parsed.plan() == null).isEqualTo(!parsed.problems().isEmpty());
        }
    }

    private static ResponsePlan plan(String text) {
        var parsed = ResponsePlan.parse(text);
        assertThat(parsed.problems()).isEmpty();
        return Objects.requireNonNull(parsed.plan());
    }

    private static Need.Part part(int units, String... skills) {
        return new Need.Part(Set.copyOf(List.of(skills).stream().map(Skill::new).toList()), units);
    }
}
