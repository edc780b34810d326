package org.openbeat.engine.procedure.scenario;

import java.util.Locale;

/** Something of a pack that a scenario can touch. */
public record Target(Kind kind, String name) implements Comparable<Target> {
    /** What there is to touch. */
    public enum Kind {
        STEP,
        CLOCK,
        LIMIT,
        GROUND,
        EXTENSION,
        REFUSAL
    }

    @Override
    public int compareTo(Target other) {
        var order = kind.compareTo(other.kind);
        return order != 0 ? order : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
