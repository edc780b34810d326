package org.openbeat.app.desk.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class W3cTimeTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "2026-03-08T01:59:00, 2026-03-08T06:59:00Z, the last minute before the clock goes forward",
        "2026-03-08T02:30:00, 2026-03-08T07:30:00Z, an hour that does not exist is meant an hour later",
        "2026-03-08T03:00:00, 2026-03-08T07:00:00Z, the first minute of summer time",
        "2026-11-01T00:59:00, 2026-11-01T04:59:00Z, the hour before",
        "2026-11-01T01:30:00, 2026-11-01T05:30:00Z, of an hour that is there twice the first is meant",
        "2026-11-01T02:00:00, 2026-11-01T07:00:00Z, the first minute of winter time",
        "2026-11-01, 2026-11-01T04:00:00Z, a date is its first moment",
        "2026-07-01T12:00:00Z, 2026-07-01T12:00:00Z, UTC",
        "2026-07-01T12:00:00+02:00, 2026-07-01T10:00:00Z, an offset",
        "2026-07-01T12:00:00 02:00, 2026-07-01T10:00:00Z, a plus that was not encoded",
        "2026-07-01T12:00:00-0400, 2026-07-01T16:00:00Z, an offset without colon",
        "2026-07-01T12:00:00.25Z, 2026-07-01T12:00:00.25Z, fractions are read"
    })
    void R33_a_time_without_offset_is_meant_in_the_zone_of_the_jurisdiction(String text, Instant meant, String why) {
        assertThat(W3cTime.parse(text, NEW_YORK)).as(why).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-13-01T00:00:00Z",
                "2026-02-30",
                "12:00",
                "2026-07-01T25:00:00Z",
                "1+1",
                "+999999999-12-31T23:59:59Z",
                "0000-01-01"
            })
    void what_is_no_time_is_none(String text) {
        assertThat(W3cTime.parse(text, NEW_YORK)).isEmpty();
    }

    @Test
    void what_is_too_long_for_a_time_is_none_however_it_goes_on() {
        assertThat(W3cTime.parse("T".repeat(1_000_000), NEW_YORK)).isEmpty();
    }

    @Test
    void R33_times_are_written_to_the_second_with_the_offset_of_that_day() {
        assertThat(W3cTime.format(Instant.parse("2026-03-08T06:59:59.987Z"), NEW_YORK))
                .isEqualTo("2026-03-08T01:59:59-05:00");
        assertThat(W3cTime.format(Instant.parse("2026-03-08T07:00:00Z"), NEW_YORK))
                .isEqualTo("2026-03-08T03:00:00-04:00");
        assertThat(W3cTime.format(Instant.parse("2026-11-01T05:30:00Z"), NEW_YORK))
                .isEqualTo("2026-11-01T01:30:00-04:00");
        assertThat(W3cTime.format(Instant.parse("2026-11-01T06:30:00Z"), NEW_YORK))
                .isEqualTo("2026-11-01T01:30:00-05:00");
        assertThat(W3cTime.format(Instant.parse("2026-11-01T06:30:00Z"), ZoneId.of("UTC")))
                .isEqualTo("2026-11-01T06:30:00Z");
    }
}
