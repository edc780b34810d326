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
 * A unit arrived.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record UnitArrived(
        IncidentId incident,
        String number,
        int entry,
        UnitId unit,
        Instant happenedAt,
        List<ReportId> reports,
        Actor actor,
        Instant at)
        implements Recordable, ReportProgressed {

    public UnitArrived {
        reports = List.copyOf(reports);
    }

    @Override
    public String action() {
        return "dispatch.unit-arrived";
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
        details.put("happenedAt", happenedAt.toString());
        return details;
    }

    @Override
    public Progress progress() {
        return Progress.CREW_ARRIVED;
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
