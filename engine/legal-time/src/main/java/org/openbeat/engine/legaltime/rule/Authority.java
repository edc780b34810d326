package org.openbeat.engine.legaltime.rule;

/**
 * An office that may extend a clock or approve that it starts afresh.
 *
 * @param value stable, such as {@code county-head}
 */
public record Authority(String value) {

    public Authority {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An authority has a name.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
