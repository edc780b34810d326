package org.openbeat.engine.legaltime.combined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.Jurisdiction;
import org.openbeat.engine.legaltime.Reckoner;
import org.openbeat.engine.legaltime.calendar.ShippedCalendars;
import org.openbeat.engine.legaltime.rule.Reading;
import org.openbeat.engine.legaltime.rule.Term;
import org.openbeat.engine.legaltime.source.Source;

class NoticePeriodTest {
    private static final Reckoner CHINA = new Reckoner(Jurisdiction.CHINA, ShippedCalendars.china());
    private static final NoticePeriod HEARING =
            new NoticePeriod(Reading.after(Term.workingDays(7), Source.read("APL21", "arts 64, 85")));

    @Test
    void notice_of_a_hearing_after_the_holidays_is_given_before_them() {
        assertThat(HEARING.latest(CHINA, LocalDate.of(2026, 10, 15))).isEqualTo(LocalDate.of(2026, 9, 29));
        assertThat(HEARING.earliest(CHINA, LocalDate.of(2026, 9, 29))).isEqualTo(LocalDate.of(2026, 10, 15));
    }

    @Test
    void the_latest_day_keeps_the_period_and_the_next_does_not() {
        for (var held = LocalDate.of(2026, 2, 1); held.getYear() == 2026; held = held.plusDays(1)) {
            var latest = HEARING.latest(CHINA, held);
            assertThat(HEARING.earliest(CHINA, latest)).isBeforeOrEqualTo(held);
            assertThat(HEARING.earliest(CHINA, latest.plusDays(1))).isAfter(held);
        }
    }

    @Test
    void a_notice_that_nobody_read_is_refused() {
        assertThatThrownBy(() -> new NoticePeriod(Reading.after(Term.workingDays(7), Source.unverified("x", ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
