package org.openbeat.app.dispatch.events;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * What a unit can do was changed, or it was taken out of service for good.
 *
 * @param skills what it can do from now on
 * @param retired whether there is no such unit any more
 */
public record UnitChanged(UnitId unit, Set<String> skills, boolean retired, Actor actor, Instant at)
        implements Recordable {
    public UnitChanged {
        skills = Set.copyOf(skills);
    }

    @Override
    public String action() {
        return retired ? "dispatch.unit-retired" : "dispatch.unit-equipped";
    }

    @Override
    public Subject subject() {
        return new Subject("unit", unit.value().toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("skills", skills.stream().sorted().toList());
    }
}
