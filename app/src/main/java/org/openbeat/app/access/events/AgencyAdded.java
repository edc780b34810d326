package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/** An agency joined the tree. */
public record AgencyAdded(AgencyId agency, String name, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.agency-added";
    }

    @Override
    public Subject subject() {
        return new Subject("agency", agency.value());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("name", name);
    }
}
