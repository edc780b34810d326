package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/**
 * A unit was added.
 */
public record UnitRegistered(UnitId unit, String callSign, String type, AgencyId agency, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.unit-registered";
    }

    @Override
    public Subject subject() {
        return new Subject("unit", unit.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("callSign", callSign);
        details.put("type", type);
        details.put("agency", agency.value());
        return details;
    }
}
