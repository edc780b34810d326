package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * Someone came to help or left, a desk for helpers was opened or closed, or the hours were taken out as a file.
 *
 * @param what {@code volunteer-came}, {@code volunteer-left}, {@code volunteer-desk-opened},
 *     {@code volunteer-desk-closed} or {@code volunteer-hours-exported}
 * @param values ids; of a file its rows and its fingerprint. Never a name.
 */
public record VolunteersChanged(IncidentId incident, String what, Map<String, String> values, Actor actor, Instant at)
        implements Recordable {

    public VolunteersChanged {
        values = Map.copyOf(values);
    }

    @Override
    public String action() {
        return "dispatch." + what;
    }

    @Override
    public Subject subject() {
        return new Subject("incident", incident.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        return new LinkedHashMap<>(values);
    }
}
