package org.openbeat.app.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.purpose.AccessRecord;
import org.openbeat.app.access.purpose.AccessRecords;
import org.openbeat.app.access.purpose.Csv;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who changed and who read one report, for the chief of its station. It holds nothing of what the report says, so
 * it needs no purpose; that it was read or taken away is recorded.
 */
@Service
public class ReportAudit {
    private final JdbcReports reports;
    private final JdbcEntries entries;
    private final Categories categories;
    private final BeatOfficers officers;
    private final AccessRecords records;

    ReportAudit(
            JdbcReports reports,
            JdbcEntries entries,
            Categories categories,
            BeatOfficers officers,
            AccessRecords records) {
        this.reports = reports;
        this.entries = entries;
        this.categories = categories;
        this.officers = officers;
        this.records = records;
    }

    /**
     * One line.
     *
     * @param change kind of the change; null where it is a reading
     * @param reading the reading; null where it is a change
     * @param by how colleagues call whoever it was; empty for a resident
     */
    public record Line(
            Instant at,
            Entry.@Nullable Kind change,
            @Nullable AccessRecord reading,
            String by,
            @Nullable Role role) {}

    /** Changes and readings in the order of time. */
    @Transactional
    public List<Line> of(Actor actor, Reference reference) {
        var report = report(actor, reference);
        var lines = new ArrayList<Line>();
        entries.list(report.id())
                .forEach(entry -> lines.add(new Line(
                        entry.at(), entry.kind(), null, entry.account() == null ? "" : entry.name(), entry.role())));
        records.of(actor, Readers.subject(report), reference.value())
                .forEach(record -> lines.add(new Line(record.at(), null, record, record.name(), record.role())));
        lines.sort(Comparator.comparing(Line::at));
        return List.copyOf(lines);
    }

    /** The same as a file. */
    @Transactional
    public AccessRecords.Export export(Actor actor, Reference reference) {
        var lines = of(actor, reference);
        var csv = new StringBuilder(Csv.line("at", "what", "by", "role", "agency", "reason", "tied_to", "flags"));
        lines.forEach(line -> csv.append(row(line)));
        var report = report(actor, reference);
        return records.exported(actor, Readers.subject(report), reference.value(), csv.toString(), lines.size());
    }

    private static String row(Line line) {
        var reading = line.reading();
        return reading == null
                ? Csv.line(line.at(), line.change(), line.by(), line.role(), "", "", "", "")
                : Csv.line(
                        line.at(),
                        reading.act(),
                        line.by(),
                        line.role(),
                        reading.agency(),
                        reading.why(),
                        reading.reference(),
                        reading.flags());
    }

    private Report report(Actor actor, Reference reference) {
        var reach = Reach.of(actor, officers, categories);
        return reports.find(reference)
                .filter(reach::covers)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "report-unknown"));
    }
}
