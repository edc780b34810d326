package org.openbeat.engine.legaltime.rule;

/**
 * The name of one rung of the ladder by which a clock may be extended.
 *
 * @param value stable within its rule, such as {@code superintendent-36h}
 */
public record ExtensionId(String value) {

    public ExtensionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An extension has a name.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
