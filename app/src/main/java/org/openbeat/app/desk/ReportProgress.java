package org.openbeat.app.desk;

import static java.util.Objects.requireNonNull;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.events.ReportProgressed;
import org.openbeat.app.desk.events.ReportProgressed.Progress;
import org.openbeat.app.desk.survey.Surveys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears how the response to a report goes on, and writes it into the report. A fact heard twice changes nothing. */
@Component
class ReportProgress {
    private final JdbcReports reports;
    private final JdbcEntries entries;
    private final Surveys surveys;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;

    ReportProgress(
            JdbcReports reports,
            JdbcEntries entries,
            Surveys surveys,
            Identifiers identifiers,
            ApplicationEventPublisher events) {
        this.reports = reports;
        this.entries = entries;
        this.surveys = surveys;
        this.identifiers = identifiers;
        this.events = events;
    }

    @ApplicationModuleListener
    @SystemScope("tells the sender what became of a report, whosever it is")
    void on(ReportProgressed fact) {
        fact.reports().forEach(report -> apply(report, fact));
    }

    private void apply(ReportId id, ReportProgressed fact) {
        var before = reports.lock(id).orElse(null);
        if (before == null) {
            return; // A fact about a report of another desk.
        }
        var at = fact.at().truncatedTo(ChronoUnit.MICROS);
        var by = new ReportChanges.By(Actor.SYSTEM, null, at, identifiers.next());
        var detail = fact.progress() == Progress.RESOLVED ? outcome(fact).code() : null;
        var entry = by.entry(kind(fact.progress()), true, null, detail);
        if (!entries.add(id, entry, fact.factId() + "/" + id.value())) {
            return;
        }
        var after = progressed(before, fact, by);
        reports.replace(after);
        events.publishEvent(ReportFacts.changed(after, entry, Actor.SYSTEM));
        if (after.status() == ReportStatus.RESOLVED && before.status().isOpen()) {
            var responsible = after.responsible();
            surveys.ask(id, after.category(), responsible.agency(), responsible.beat(), at);
        }
    }

    /** Facts come after commit and perhaps late, so one that no longer fits the status moves nothing back. */
    private static Report progressed(Report report, ReportProgressed fact, ReportChanges.By by) {
        var next = next(report.status(), fact.progress());
        var closing = fact.progress() == Progress.RESOLVED
                ? new Report.Closing(outcome(fact).code(), null, null, null)
                : report.closing();
        return next == null
                ? report
                : ReportChanges.become(report, next, by, next.isOpen() ? Report.Closing.NONE : closing);
    }

    private static @Nullable ReportStatus next(ReportStatus now, Progress progress) {
        var wanted = switch (progress) {
            case RESPONSE_OPENED, CREW_ASSIGNED, CREW_ON_THE_WAY, CREW_ARRIVED, CREW_RELEASED -> ReportStatus.UNDERWAY;
            case RESOLVED -> ReportStatus.RESOLVED;
            case RESPONSE_REOPENED -> ReportStatus.REOPENED;
        };
        return wanted != now && now.mayBecome(wanted) ? wanted : null;
    }

    private static Entry.Kind kind(Progress progress) {
        return switch (progress) {
            case RESPONSE_OPENED -> Entry.Kind.RESPONSE_OPENED;
            case CREW_ASSIGNED -> Entry.Kind.CREW_ASSIGNED;
            case CREW_ON_THE_WAY -> Entry.Kind.CREW_ON_THE_WAY;
            case CREW_ARRIVED -> Entry.Kind.CREW_ARRIVED;
            case CREW_RELEASED -> Entry.Kind.CREW_RELEASED;
            case RESOLVED -> Entry.Kind.RESOLVED;
            case RESPONSE_REOPENED -> Entry.Kind.RESPONSE_REOPENED;
        };
    }

    /** A code that this desk does not list is told in the most general words. */
    private static Outcome outcome(ReportProgressed fact) {
        var code = fact.outcome();
        return code == null
                ? Outcome.DEALT_WITH
                : Outcome.of(requireNonNull(code)).orElse(Outcome.DEALT_WITH);
    }
}
