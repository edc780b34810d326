package org.openbeat.engine.response;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit that might be sent.
 *
 * @param unit the caller's own name for it
 * @param position where it was last; null if that is not known
 * @param positionAt when it was there; null if and only if the position is
 */
public record Candidate<K>(
        K unit,
        @Nullable Point position,
        @Nullable Instant positionAt,
        Availability availability,
        Set<Skill> skills,
        Circumstances circumstances) {
    public Candidate {
        skills = Set.copyOf(skills);
        if ((position == null) != (positionAt == null)) {
            throw new IllegalArgumentException("Unit " + unit + " has a position without a time, or the reverse.");
        }
    }

    public Candidate(
            K unit,
            @Nullable Point position,
            @Nullable Instant positionAt,
            Availability availability,
            Set<Skill> skills) {
        this(unit, position, positionAt, availability, skills, Circumstances.UNKNOWN);
    }
}
