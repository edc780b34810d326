package org.openbeat.engine.response;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an incident needs.
 *
 * @param skills what the units sent must be able to do, together
 * @param units how many, at least one
 * @param parts which units in particular; empty when any will do that have the skills together
 */
public record Need(Set<Skill> skills, int units, List<Part> parts) {
    public Need {
        skills = Set.copyOf(skills);
        parts = List.copyOf(parts);
        if (units < 1) {
            throw new IllegalArgumentException("An incident needs at least one unit, not " + units + ".");
        }
    }

    public Need(Set<Skill> skills, int units) {
        this(skills, units, List.of());
    }

    /** So many units each of which can do all of this. */
    public record Part(Set<Skill> skills, int units) {
        public Part {
            skills = Set.copyOf(skills);
            if (units < 1) {
                throw new IllegalArgumentException("A part of a need is at least one unit, not " + units + ".");
            }
        }
    }

    /** The sum of these parts. */
    public static Need of(List<Part> parts) {
        var skills = new HashSet<Skill>();
        parts.forEach(part -> skills.addAll(part.skills()));
        return new Need(skills, parts.stream().mapToInt(Part::units).sum(), parts);
    }

    /** The fewest skills that a unit with these lacks to be of use. */
    int lacking(Set<Skill> held) {
        return parts.isEmpty()
                ? lacking(skills, held)
                : parts.stream()
                        .mapToInt(part -> lacking(part.skills(), held))
                        .min()
                        .orElse(0);
    }

    private static int lacking(Set<Skill> needed, Set<Skill> held) {
        return (int) needed.stream().filter(skill -> !held.contains(skill)).count();
    }
}
