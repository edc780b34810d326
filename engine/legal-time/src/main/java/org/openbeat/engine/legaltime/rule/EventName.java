package org.openbeat.engine.legaltime.rule;

/**
 * The name of something that happens to a case or a person and that a clock can start from.
 *
 * @param value stable, such as {@code arrival}
 */
public record EventName(String value) {

    public EventName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An event has a name.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
