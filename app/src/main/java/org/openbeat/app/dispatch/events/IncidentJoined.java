package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * An incident was found to be the same as another, the authoritative one, and is closed.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record IncidentJoined(
        IncidentId incident, String number, int entry, IncidentId authoritative, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.incident-joined";
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
        details.put("authoritative", authoritative.value().toString());
        return details;
    }
}
