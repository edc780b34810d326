package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A further call was taken for an incident that was open already.
 *
 * @param entry sequence of the entry in the incident's log that tells of it
 */
public record CallJoined(IncidentId incident, String number, int entry, String call, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.call-joined";
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
        details.put("call", call);
        return details;
    }
}
