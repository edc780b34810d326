package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * Something about an incident was changed or written down; what, says the kind of the log entry.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record IncidentChanged(
        IncidentId incident, String number, int entry, String kind, Map<String, String> values, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.incident-changed";
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
        details.put("kind", kind);
        details.put("values", values);
        return details;
    }
}
