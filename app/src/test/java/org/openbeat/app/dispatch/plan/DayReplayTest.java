package org.openbeat.app.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openbeat.app.dispatch.plan.PastCalls.PastCall;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.plan.ResponsePlan;

class DayReplayTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");
    private static final GeoPoint HERE = new GeoPoint(40, -83);
    private static final GeoPoint NEAR = new GeoPoint(40.005, -83);
    private static final GeoPoint FAR = new GeoPoint(40.05, -83);

    @Test
    void the_same_plan_twice_gives_the_same_figures() {
        var found = compare("*: 1 unit", "*: 1 unit", call(0, "fight"), call(5, "fight"), call(6, "noise"));

        assertThat(found.now()).isEqualTo(found.tried());
        assertThat(found.sooner()).isZero();
        assertThat(found.later()).isZero();
        assertThat(found.rows()).allSatisfy(row -> assertThat(row.now()).isEqualTo(row.tried()));
    }

    @Test
    void sending_two_to_each_leaves_the_next_call_to_wait() {
        var found = compare("*: 1 unit", "*: 2 units", call(0, "fight"), call(5, "fight"));

        assertThat(found.now().sent()).isEqualTo(2);
        assertThat(found.tried().sent()).isEqualTo(4);
        assertThat(found.now().waited()).isZero();
        assertThat(found.tried().waited()).isEqualTo(0.5);
        assertThat(found.later()).isEqualTo(1);
        assertThat(found.tried().busy()).isGreaterThan(found.now().busy());
    }

    @Test
    void a_skill_is_taken_from_where_it_is_and_what_nobody_can_do_is_counted() {
        var dog = compare("*: 1 unit", "fight: 1 dog", call(0, "fight"));
        assertThat(Objects.requireNonNull(dog.rows().getFirst().tried().half()))
                .isGreaterThan(
                        Objects.requireNonNull(dog.rows().getFirst().now().half()));

        var boat = compare("*: 1 unit", "fight: 1 boat", call(0, "fight"));
        assertThat(boat.tried().neverFound()).isEqualTo(1);
        assertThat(boat.rows().getFirst().tried().half()).isNull();
    }

    @Test
    void a_day_without_calls_is_an_answer_too() {
        assertThat(compare("*: 1 unit", "*: 2 units").rows()).isEmpty();
    }

    private static Comparison compare(String now, String tried, PastCall... calls) {
        var units = List.of(new DayReplay.Waiting(NEAR, Set.of()), new DayReplay.Waiting(FAR, Set.of("dog")));
        var replay = new DayReplay(LocalDate.of(2026, 11, 24), MIDNIGHT, List.of(calls), units, 0);
        var progress = new ArrayList<Double>();
        var found = replay.compare(RoadNetwork.withoutMap(), false, plan(now), plan(tried), progress::add);
        assertThat(progress).isSorted();
        return found;
    }

    private static PastCall call(int minute, String type) {
        return new PastCall(MIDNIGHT.plus(Duration.ofMinutes(minute)), HERE, type, 2, Duration.ofMinutes(30));
    }

    private static ResponsePlan plan(String text) {
        return Objects.requireNonNull(ResponsePlan.parse(text).plan());
    }
}
