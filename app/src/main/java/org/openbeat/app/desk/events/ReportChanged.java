package org.openbeat.app.desk.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A report went on: somebody took it on, answered, moved, closed or reopened it.
 *
 * @param change what was done, in lower case, words joined by '-'
 * @param status where it stands now, in lower case
 * @param detail a code that belongs to the change: a category, a beat, a reference, an outcome
 * @param textHash SHA-256 of what was written, in lower-case hexadecimal; null when nothing was
 */
public record ReportChanged(
        ReportId report,
        Reference reference,
        String change,
        String status,
        @Nullable String detail,
        @Nullable String textHash,
        Actor actor,
        Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "desk.report-" + change;
    }

    @Override
    public Subject subject() {
        return new Subject("report", report.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("reference", reference.value());
        details.put("status", status);
        if (detail != null) {
            details.put("detail", detail);
        }
        if (textHash != null) {
            details.put("textSha256", textHash);
        }
        return details;
    }
}
