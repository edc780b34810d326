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
 * An incident was opened, by a call, by an urgent report or by staff.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record IncidentOpened(
        IncidentId incident,
        String number,
        int entry,
        AgencyId agency,
        String type,
        int priority,
        @Nullable BeatCode beat,
        List<ReportId> reports,
        Actor actor,
        Instant at)
        implements Recordable, ReportProgressed {

    public IncidentOpened {
        reports = List.copyOf(reports);
    }

    @Override
    public String action() {
        return "dispatch.incident-opened";
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
        details.put("agency", agency.value());
        details.put("type", type);
        details.put("priority", priority);
        if (beat != null) {
            details.put("beat", beat.value());
        }
        return details;
    }

    @Override
    public Progress progress() {
        return Progress.RESPONSE_OPENED;
    }

    @Override
    public String factId() {
        return "dispatch:" + incident.value() + ":" + entry;
    }

    @Override
    public @Nullable String outcome() {
        return null;
    }
}
