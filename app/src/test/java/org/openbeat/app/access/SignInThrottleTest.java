package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.app.access.SignInFailures.Count;

class SignInThrottleTest {
    private static final Instant LAST = Instant.parse("2026-03-01T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 1", "6, 2", "8, 8", "14, 512", "15, 900", "500, 900"})
    void the_wait_doubles_after_five_failures_up_to_a_quarter_of_an_hour(int failures, long seconds) {
        assertThat(SignInThrottle.wait(new Count(failures, LAST), LAST)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void the_wait_ends_and_after_half_a_day_all_is_forgotten() {
        var count = new Count(40, LAST);
        assertThat(SignInThrottle.wait(count, LAST.plusSeconds(899))).isEqualTo(Duration.ofSeconds(1));
        assertThat(SignInThrottle.wait(count, LAST.plusSeconds(900))).isZero();
        assertThat(SignInThrottle.wait(count, LAST.plus(Duration.ofHours(13)))).isZero();
    }
}
