package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * The status of a unit changed and no incident with it.
 */
public record UnitStatusChanged(UnitId unit, String from, String to, Instant happenedAt, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.unit-status-changed";
    }

    @Override
    public Subject subject() {
        return new Subject("unit", unit.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("from", from);
        details.put("to", to);
        details.put("happenedAt", happenedAt.toString());
        return details;
    }
}
