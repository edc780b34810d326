package org.openbeat.engine.procedure.pack;

/** The name of a step within its pack: {@code notice-before-penalty}. */
public record StepId(String value) implements Comparable<StepId> {
    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an identifier is not empty");
        }
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
