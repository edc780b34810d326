package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * Someone joined the crew of a unit or left it.
 */
public record CrewChanged(UnitId unit, boolean joined, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "dispatch.crew-changed";
    }

    @Override
    public Subject subject() {
        return new Subject("unit", unit.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("joined", joined);
        return details;
    }
}
