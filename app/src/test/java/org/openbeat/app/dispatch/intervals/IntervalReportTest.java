package org.openbeat.app.dispatch.intervals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntervalReportTest {
    private static final Instant CALL = Instant.parse("2026-11-25T03:30:00Z");
    private static final ZoneId PLACE = ZoneId.of("America/New_York");

    @Test
    void an_unfinished_response_counts_as_not_yet_ended_and_not_as_none() {
        var open = times(null, 600);
        assertThat(open.observe(Interval.CALL_TO_ARRIVAL)).hasValueSatisfying(observed -> {
            assertThat(observed.ended()).isFalse();
            assertThat(observed.time()).isEqualTo(Duration.ofSeconds(600));
        });
        assertThat(open.observe(Interval.ARRIVAL_TO_CLEAR)).as("it never began").isEmpty();
    }

    /** Ten calls: five were reached after 1 to 5 minutes, five were still waiting after 2.5 minutes. */
    @Test
    void to_leave_the_waiting_ones_out_would_halve_the_time() {
        var incidents = new ArrayList<ResponseTimes>();
        for (int minute = 1; minute <= 5; minute++) {
            incidents.add(times(60 * minute, 3600));
            incidents.add(times(null, 150));
        }
        var line = report(Grouping.NONE, incidents).lines().getFirst();
        assertThat(line.censored()).isEqualTo(5);
        // By hand: 9/10, 8/9 of it, then three are left at risk: 2/3, 1/2, 0.
        assertThat(line.curve().remainingAfter(Duration.ofMinutes(2))).isCloseTo(0.8, within(1e-12));
        assertThat(line.curve().remainingAfter(Duration.ofMinutes(3))).isCloseTo(0.8 * 2 / 3, within(1e-12));
        assertThat(line.curve().median().time()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void the_hour_is_that_of_the_place() {
        assertThat(report(Grouping.HOUR, List.of(times(60, 600))).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.group()).isEqualTo("22"));
    }

    @Test
    void times_that_contradict_each_other_are_counted_and_left_out() {
        var report = report(Grouping.PRIORITY, List.of(times(-5, 600), times(60, 600)));
        assertThat(report.unusable()).isEqualTo(1);
        assertThat(report.lines().getFirst().curve().watched()).isEqualTo(1);
    }

    @Test
    void the_file_has_a_line_for_each_group_and_leaves_unknown_times_empty() {
        var report = report(Grouping.BEAT, List.of(times(60, 600), times(null, 30)));
        assertThat(report.csv().lines().toList())
                .containsExactly(
                        "interval,group_by,group,incidents,ended,censored,median_s,median_low_s,median_high_s,p90_s,"
                                + "p90_low_s,p90_high_s",
                        "CALL_TO_ARRIVAL,BEAT,N3,2,1,1,60,60,,60,60,");
    }

    private static IntervalReport report(Grouping grouping, List<ResponseTimes> incidents) {
        var question = new IntervalQuestion(Interval.CALL_TO_ARRIVAL, grouping, CALL, CALL.plusSeconds(1));
        return IntervalReport.of(question, incidents);
    }

    private static ResponseTimes times(@Nullable Integer arrivedAfter, int watchedFor) {
        return new ResponseTimes(
                "N3",
                2,
                PLACE,
                CALL,
                null,
                null,
                arrivedAfter == null ? null : CALL.plusSeconds(arrivedAfter),
                null,
                CALL.plusSeconds(watchedFor));
    }
}
