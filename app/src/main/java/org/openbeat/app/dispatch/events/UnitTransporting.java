package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A unit left the scene with someone on board.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record UnitTransporting(
        IncidentId incident, String number, int entry, UnitId unit, Instant happenedAt, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.unit-transporting";
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
}
