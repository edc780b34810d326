package org.openbeat.app.desk.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.app.desk.PublicReports.Selection;
import org.openbeat.app.desk.events.Reference;

class RequestSearchTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration DAYS_90 = Duration.ofDays(90);

    private static Selection search(String... namesAndValues) {
        var parameters = new HashMap<String, String[]>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], new String[] {namesAndValues[i + 1]});
        }
        return RequestSearch.selection(new Parameters(parameters), ZoneId.of("America/New_York"), NOW);
    }

    @Test
    void without_a_filter_it_is_the_last_90_days_and_at_most_1000() {
        var all = search();
        assertThat(all.receivedFrom()).isEqualTo(NOW.minus(DAYS_90));
        assertThat(all.receivedTo()).isEqualTo(NOW);
        assertThat(all.limit()).isEqualTo(1_000);
        assertThat(all.offset()).isZero();
        assertThat(all.open()).isNull();
    }

    @Test
    void an_empty_parameter_is_an_absent_one() {
        var empty = search(
                "service_request_id",
                "",
                "service_code",
                " , ",
                "status",
                "",
                "start_date",
                "",
                "page",
                "",
                "updated_after",
                " ");
        assertThat(empty).isEqualTo(search());
    }

    @Test
    void numbers_override_every_other_filter() {
        var byIds = search("service_request_id", "AAAA-BBBB, CCCC-DDDD,,AAAA-BBBB", "status", "open", "page", "7");
        assertThat(byIds)
                .isEqualTo(Selection.of(java.util.List.of(new Reference("AAAA-BBBB"), new Reference("CCCC-DDDD"))));
    }

    @Test
    void lists_take_commas() {
        assertThat(search("service_code", "noise,theft, noise").categories()).containsExactly("noise", "theft");
        assertThat(search("status", "open").open()).isTrue();
        assertThat(search("status", "Closed").open()).isFalse();
        assertThat(search("status", "open,closed").open()).isNull();
    }

    @Test
    void one_end_of_a_range_gives_the_90_days_from_or_to_it() {
        var from = search("start_date", "2026-01-01T00:00:00Z");
        assertThat(from.receivedTo())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").plus(DAYS_90));
        var to = search("end_date", "2026-01-01T00:00:00Z");
        assertThat(to.receivedFrom())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").minus(DAYS_90));
    }

    @Test
    void ninety_days_are_allowed_though_the_clock_changed_between() {
        var range = search("start_date", "2026-01-01T00:00:00-05:00", "end_date", "2026-04-01T00:00:00-05:00");
        assertThat(Duration.between(range.receivedFrom(), range.receivedTo())).isEqualTo(DAYS_90);
    }

    @Test
    void changes_are_looked_for_however_old_the_request_is() {
        var changed = search("updated_after", "2026-11-24T00:00:00Z", "updated_before", "2026-11-25T00:00:00Z");
        assertThat(changed.receivedFrom()).isNull();
        assertThat(changed.receivedTo()).isNull();
        assertThat(changed.changedAfter()).isEqualTo(Instant.parse("2026-11-24T00:00:00Z"));
        assertThat(changed.changedBefore()).isEqualTo(Instant.parse("2026-11-25T00:00:00Z"));
    }

    @Test
    void pages_count_from_one() {
        var third = search("page", "3", "page_size", "50");
        assertThat(third.limit()).isEqualTo(50);
        assertThat(third.offset()).isEqualTo(100);
        assertThat(search("page", "999999", "page_size", "1000").offset()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "status, done, status is",
        "start_date, yesterday, start_date is no time",
        "end_date, 2026-99-99T00:00:00Z, end_date is no time",
        "updated_after, x, updated_after is no time",
        "updated_before, x, updated_before is no time",
        "page, 0, page is a whole number",
        "page, -1, page is a whole number",
        "page, 99999999999999999999, page is a whole number",
        "page_size, 1001, page_size is a whole number from 1 to 1000",
        "page_size, ten, page_size is a whole number"
    })
    void what_makes_no_sense_is_refused_with_the_reason(String name, String value, String reason) {
        assertThatThrownBy(() -> search(name, value))
                .isInstanceOf(Open311Fault.class)
                .hasMessageContaining(reason);
    }

    @Test
    void more_than_90_days_or_a_range_that_ends_before_it_begins_are_refused() {
        assertThatThrownBy(() -> search("start_date", "2026-01-01T00:00:00Z", "end_date", "2026-04-01T00:00:01Z"))
                .hasMessageContaining("90 days apart")
                .isInstanceOf(Open311Fault.class);
        assertThatThrownBy(() -> search("start_date", "2026-02-01", "end_date", "2026-01-01"))
                .hasMessageContaining("end_date lies before start_date");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> search("status", "x", "page", "x", "start_date", "x"))
                .isInstanceOfSatisfying(Open311Fault.class, fault -> {
                    assertThat(fault.status()).isEqualTo(400);
                    assertThat(new String(
                                    Format.JSON.write("errors", fault.answer()),
                                    java.nio.charset.StandardCharsets.UTF_8))
                            .startsWith("[{\"code\":400,\"description\":")
                            .contains("status", "page", "start_date");
                });
    }
}
