package org.openbeat.app.places.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/**
 * An agency has new boundaries.
 *
 * @param from when they begin to hold; not before that
 * @param areas how many there are
 */
public record BoundariesChanged(
        UUID boundarySet, AgencyId agency, Instant from, int areas, String source, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "places.boundaries-changed";
    }

    @Override
    public Subject subject() {
        return new Subject("boundaries", boundarySet.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("agency", agency.value(), "from", from.toString(), "areas", areas, "source", source);
    }
}
