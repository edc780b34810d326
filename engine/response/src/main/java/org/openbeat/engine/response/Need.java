package org.openbeat.engine.response;

import java.util.Set;

/**
 * What an incident needs.
 *
 * @param skills what the units sent must be able to do, together
 * @param units how many, at least one
 */
public record Need(Set<Skill> skills, int units) {
    public Need {
        skills = Set.copyOf(skills);
        if (units < 1) {
            throw new IllegalArgumentException("An incident needs at least one unit, not " + units + ".");
        }
    }
}
