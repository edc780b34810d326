package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.events.ReportProgressed;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Recordable;

/**
 * An incident was closed; the outcome is what a resident may read of it.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record IncidentClosed(
        IncidentId incident,
        String number,
        int entry,
        AgencyId agency,
        String type,
        @Nullable BeatCode beat,
        String disposition,
        String outcome,
        boolean byTimer,
        List<ReportId> reports,
        Actor actor,
        Instant at)
        implements Recordable, ReportProgressed {

    public IncidentClosed {
        reports = List.copyOf(reports);
    }

    @Override
    public String action() {
        return "dispatch.incident-closed";
    }

    @Override
    public Subject subject() {
        return new Subject("incident", incident.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("number", number);
        details.put("entry", entry);
        details.put("disposition", disposition);
        details.put("outcome", outcome);
        details.put("byTimer", byTimer);
        return details;
    }

    @Override
    public Progress progress() {
        return Progress.RESOLVED;
    }

    @Override
    public String factId() {
        return "dispatch:" + incident.value() + ":" + entry;
    }
}
