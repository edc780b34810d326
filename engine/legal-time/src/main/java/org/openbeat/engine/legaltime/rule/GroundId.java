package org.openbeat.engine.legaltime.rule;

/**
 * The name of a ground: why a clock stands still, starts afresh or is excused.
 *
 * @param value stable, such as {@code expert-examination}
 */
public record GroundId(String value) {

    public GroundId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A ground has a name.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
