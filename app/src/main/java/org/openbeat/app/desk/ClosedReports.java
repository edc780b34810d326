package org.openbeat.app.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.purpose.Grounds;
import org.openbeat.app.access.purpose.Lookups;
import org.openbeat.app.access.purpose.Sought;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closed reports for the oversight body, which judges some that were drawn by lot: what was said and how it ended, never
 * who said it. Complaints about officers, which the body works itself, reports that are limited to named people or
 * whose category is for some roles alone, and reports whose data were erased are not among them.
 */
@Component
public class ClosedReports {
    private static final Set<String> FIELDS = Set.of("description", "history");

    private final JdbcReports reports;
    private final JdbcClosedReports closed;
    private final JdbcEntries entries;
    private final Categories categories;
    private final Lookups lookups;
    private final Access access;

    ClosedReports(
            JdbcReports reports,
            JdbcClosedReports closed,
            JdbcEntries entries,
            Categories categories,
            Lookups lookups,
            Access access) {
        this.reports = reports;
        this.closed = closed;
        this.entries = entries;
        this.categories = categories;
        this.lookups = lookups;
        this.access = access;
    }

    /**
     * What is judged.
     *
     * @param categorySent the one that the sender chose
     * @param outcome code of the outcome list; null where it has none
     * @param text what the sender was told; null where it was nothing
     * @param supplement whether it was closed as telling of the same as another
     */
    public record Sheet(
            Reference reference,
            Category category,
            Category categorySent,
            String description,
            ReportStatus status,
            Instant received,
            @Nullable Instant closed,
            @Nullable String outcome,
            @Nullable String text,
            boolean supplement,
            List<Entry> history) {
        public Sheet {
            history = List.copyOf(history);
        }
    }

    /** Those that were closed within the time: the beginning counts, the end does not. */
    @SystemScope("a sample is drawn from the reports of every agency; their ids tell nothing of them")
    public List<UUID> ids(Actor actor, Instant begin, Instant end) {
        access.requireRole(actor, Role.OVERSIGHT);
        return closed.ids(begin, end);
    }

    /** One of them, unless it is not among them any more; the reading is recorded, and its sender sees it. */
    @Transactional
    @SystemScope("who asks was drawn by lot to judge this report; the caller sees to that")
    public Optional<Sheet> read(Actor actor, UUID id) {
        access.requireRole(actor, Role.OVERSIGHT);
        return reports.find(new ReportId(id)).filter(found -> closed.has(id)).map(report -> read(actor, report));
    }

    private Sheet read(Actor actor, Report report) {
        var sought = new Sought(Readers.subject(report), report.reference().value(), FIELDS, List.of(), List.of());
        lookups.read(actor, sought, Grounds.OVERSIGHT);
        var closing = report.closing();
        return new Sheet(
                report.reference(),
                categories.get(report.category()),
                categories.get(report.content().categorySent()),
                report.content().description(),
                report.status(),
                report.times().received(),
                report.times().closed(),
                closing.outcome(),
                closing.text(),
                closing.duplicateOf() != null,
                entries.list(report.id()));
    }
}
