package org.openbeat.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ReportStatusTest {

    @Test
    void every_status_can_be_reached_and_nothing_follows_a_withdrawal() {
        var reached = EnumSet.of(ReportStatus.RECEIVED);
        for (var status : ReportStatus.values()) {
            reached.addAll(status.next());
        }
        assertThat(reached).containsExactlyInAnyOrder(ReportStatus.values());
        assertThat(ReportStatus.WITHDRAWN.next()).isEmpty();
    }

    @Test
    void what_is_closed_can_only_be_opened_again() {
        for (var status : ReportStatus.values()) {
            if (!status.isOpen()) {
                assertThat(status.next()).isSubsetOf(EnumSet.of(ReportStatus.REOPENED));
            }
        }
    }
}
