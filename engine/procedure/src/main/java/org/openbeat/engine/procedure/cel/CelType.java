package org.openbeat.engine.procedure.cel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The types that guards know, named as in CEL. */
public enum CelType {
    BOOL(Boolean.class),
    INT(Long.class),
    DOUBLE(Double.class),
    STRING(String.class),
    TIMESTAMP(Instant.class),
    DURATION(Duration.class),
    /** A list of strings: the only lists that facts have. */
    STRINGS(List.class),
    /** A list of whole numbers, written in the guard itself. */
    INTS(List.class);

    private final Class<?> values;

    CelType(Class<?> values) {
        this.values = values;
    }

    /** Whether {@code value} is one of this type. */
    public boolean holds(Object value) {
        return values.isInstance(value)
                && (this != STRINGS || ((List<?>) value).stream().allMatch(String.class::isInstance))
                && (this != INTS || ((List<?>) value).stream().allMatch(Long.class::isInstance));
    }

    boolean isOrdered() {
        return this == INT || this == DOUBLE || this == STRING || this == TIMESTAMP || this == DURATION;
    }

    boolean isList() {
        return this == STRINGS || this == INTS;
    }

    CelType element() {
        return this == STRINGS ? STRING : INT;
    }

    String text() {
        return switch (this) {
            case STRINGS -> "list(string)";
            case INTS -> "list(int)";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }
}
