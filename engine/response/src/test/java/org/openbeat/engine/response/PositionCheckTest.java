package org.openbeat.engine.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.response.PositionCheck.Area;
import org.openbeat.engine.response.PositionCheck.Seen;

class PositionCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    private static final Point HERE = new Point(40.0, -83.0);
    private static final PositionCheck CHECK = PositionCheck.usual(new Area(39.8, -83.3, 40.2, -82.7));

    @Test
    void a_fresh_position_on_the_map_is_good() {
        assertThat(CHECK.check(null, seen(HERE, 10), NOW)).isEqualTo(PositionTrust.GOOD);
        assertThat(CHECK.check(seen(HERE, 40), seen(new Point(40.005, -83.0), 10), NOW))
                .isEqualTo(PositionTrust.GOOD);
    }

    @Test
    void an_old_one_a_jump_and_one_off_the_map_are_told_apart() {
        assertThat(CHECK.check(null, seen(HERE, 301), NOW)).isEqualTo(PositionTrust.TOO_OLD);
        assertThat(CHECK.check(seen(HERE, 20), seen(new Point(40.1, -83.0), 10), NOW))
                .isEqualTo(PositionTrust.JUMPED);
        assertThat(CHECK.check(null, seen(new Point(39.0, -83.0), 10), NOW)).isEqualTo(PositionTrust.OUTSIDE_MAP);
        assertThat(PositionCheck.usual(null).check(null, seen(new Point(39.0, -83.0), 10), NOW))
                .isEqualTo(PositionTrust.GOOD);
    }

    @Test
    void a_car_that_drives_fast_for_a_long_time_does_not_jump() {
        // 11 km in five minutes are 133 km/h
        assertThat(CHECK.check(seen(HERE, 302), seen(new Point(40.1, -83.0), 2), NOW))
                .isEqualTo(PositionTrust.GOOD);
    }

    @Test
    void a_position_that_comes_late_is_measured_by_its_own_time() {
        assertThat(CHECK.check(seen(HERE, 10), seen(new Point(40.1, -83.0), 280), NOW))
                .isEqualTo(PositionTrust.GOOD);
    }

    private static Seen seen(Point point, int secondsAgo) {
        return new Seen(point, NOW.minus(Duration.ofSeconds(secondsAgo)));
    }
}
