package org.openbeat.app.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DraftReportTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** The server of these tests runs in Pacific/Chatham, so a time taken in its zone would be off by hours. */
    @Test
    void R33_a_time_of_day_is_that_of_the_place_on_both_days_when_clocks_change() {
        assertThat(DraftReport.occurred("2026-03-08", "01:30", NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-08T06:30:00Z"));
        assertThat(DraftReport.occurred("2026-03-08", "02:30", NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
        assertThat(DraftReport.occurred("2026-03-08", "03:30", NEW_YORK))
                .isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
        assertThat(DraftReport.occurred("2026-11-01", "01:30", NEW_YORK))
                .isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
        assertThat(DraftReport.occurred("2026-11-01", "02:30", NEW_YORK))
                .isEqualTo(Instant.parse("2026-11-01T07:30:00Z"));
    }

    @Test
    void a_day_without_a_time_is_noon_and_no_day_is_nothing() {
        assertThat(DraftReport.occurred("2026-07-01", "", NEW_YORK)).isEqualTo(Instant.parse("2026-07-01T16:00:00Z"));
        assertThat(DraftReport.occurred("", "10:00", NEW_YORK)).isNull();
        assertThatThrownBy(() -> DraftReport.occurred("yesterday", "", NEW_YORK))
                .isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> DraftReport.occurred("2026-02-30", "", NEW_YORK))
                .isInstanceOf(DateTimeException.class);
    }
}
