package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/**
 * The status that units of an agency take when they come on duty was set.
 */
public record DutyDefaultSet(AgencyId agency, String status, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "dispatch.duty-default-set";
    }

    @Override
    public Subject subject() {
        return new Subject("agency", agency.value());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("status", status);
        return details;
    }
}
