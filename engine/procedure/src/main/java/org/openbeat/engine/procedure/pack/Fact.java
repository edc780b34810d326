package org.openbeat.engine.procedure.pack;

import java.util.List;
import org.openbeat.engine.procedure.cel.CelType;

/**
 * Something that steps state and guards ask: {@code facts.suspect_age}.
 *
 * @param allowed the only values of a text; empty: any
 */
public record Fact(String name, CelType type, LocalText title, List<String> allowed, Mark mark) {
    public Fact {
        allowed = List.copyOf(allowed);
    }

    /** Whether {@code value} may be stated of it. */
    public boolean allows(Object value) {
        return type.holds(value) && (allowed.isEmpty() || !(value instanceof String text) || allowed.contains(text));
    }
}
