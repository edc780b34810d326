package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/** An agency said anew which units go to which incident. */
public record ResponsePlanPublished(AgencyId agency, int version, String note, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.response-plan-published";
    }

    @Override
    public Subject subject() {
        return new Subject("agency", agency.value());
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("version", version);
        details.put("note", note);
        return details;
    }
}
