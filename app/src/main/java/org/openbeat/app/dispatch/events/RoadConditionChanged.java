package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * The room said that roads are closed or slow somewhere, or that they are open again.
 *
 * @param state {@code closed}, {@code slow} or {@code open}
 */
public record RoadConditionChanged(
        RoadConditionId condition, String state, String place, int metres, Actor actor, Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "dispatch.road-condition-changed";
    }

    @Override
    public Subject subject() {
        return new Subject("road", condition.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("state", state, "place", place, "metres", metres);
    }
}
