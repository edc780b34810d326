package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.events.ReportProgressed;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A unit is no longer on an incident: it cleared, or it was called off.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record UnitReleased(
        IncidentId incident,
        String number,
        int entry,
        UnitId unit,
        boolean cancelled,
        List<ReportId> reports,
        Actor actor,
        Instant at)
        implements Recordable, ReportProgressed {

    public UnitReleased {
        reports = List.copyOf(reports);
    }

    @Override
    public String action() {
        return "dispatch.unit-released";
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
        details.put("unit", unit.value().toString());
        details.put("cancelled", cancelled);
        return details;
    }

    @Override
    public Progress progress() {
        return Progress.CREW_RELEASED;
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
