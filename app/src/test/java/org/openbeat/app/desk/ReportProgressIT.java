package org.openbeat.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.events.ReportProgressed;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** What the desk makes of facts that it hears from those who respond. */
@OpenbeatTest
class ReportProgressIT {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Autowired
    Desk desk;

    @Autowired
    ReportProgress progress;

    @Autowired
    Surveys surveys;

    @Autowired
    TransactionTemplate transaction;

    private record Fact(
            List<ReportId> reports,
            Progress progress,
            Instant at,
            String factId,
            @Nullable String outcome) implements ReportProgressed {}

    private void hear(Accepted report, ReportProgressed.Progress what, String fact, @Nullable String outcome) {
        transaction.executeWithoutResult(
                status -> target().on(new Fact(List.of(report.report()), what, NOON, fact, outcome)));
    }

    /** Without the thread that Modulith hears facts in, so that the test need not wait. */
    private ReportProgress target() {
        return AopTestUtils.getTargetObject(progress);
    }

    private Tracked tracked(Accepted report) {
        return desk.track(report.link()).orElseThrow();
    }

    @Test
    void a_fact_heard_twice_is_told_once() {
        var report = desk.submit(Actor.RESIDENT, DeskIT.light("Heard twice"), DeskIT.key());
        hear(report, ReportProgressed.Progress.CREW_ASSIGNED, "a-" + report.reference(), null);
        hear(report, ReportProgressed.Progress.CREW_ASSIGNED, "a-" + report.reference(), null);

        assertThat(tracked(report).entries()).extracting(Entry::kind).containsExactly(Entry.Kind.CREW_ASSIGNED);
        assertThat(tracked(report).report().status()).isEqualTo(ReportStatus.UNDERWAY);
    }

    @Test
    void R5_a_response_that_ends_resolves_the_report_and_asks_once() {
        var report = desk.submit(Actor.RESIDENT, DeskIT.light("Ends"), DeskIT.key());
        hear(report, ReportProgressed.Progress.RESOLVED, "r1-" + report.reference(), "helped");
        hear(report, ReportProgressed.Progress.RESPONSE_REOPENED, "o1-" + report.reference(), null);
        assertThat(tracked(report).report().status()).isEqualTo(ReportStatus.REOPENED);
        hear(report, ReportProgressed.Progress.RESOLVED, "r2-" + report.reference(), "fixed");

        assertThat(tracked(report).report().closing().outcome()).isEqualTo("fixed");
        assertThat(surveys.find(report.report())).isPresent();
    }

    @Test
    void a_fact_that_comes_late_moves_nothing_back() {
        var report = desk.submit(Actor.RESIDENT, DeskIT.light("Late"), DeskIT.key());
        hear(report, ReportProgressed.Progress.RESOLVED, "r-" + report.reference(), "fixed");
        hear(report, ReportProgressed.Progress.CREW_ARRIVED, "l-" + report.reference(), null);
        assertThat(tracked(report).report().status()).isEqualTo(ReportStatus.RESOLVED);
    }

    @Test
    void an_outcome_that_the_desk_does_not_list_is_told_in_the_most_general_words() {
        var report = desk.submit(Actor.RESIDENT, DeskIT.light("Unlisted"), DeskIT.key());
        hear(report, ReportProgressed.Progress.RESOLVED, "u-" + report.reference(), "arrested-somebody");
        assertThat(tracked(report).report().closing().outcome()).isEqualTo("dealt-with");
    }
}
