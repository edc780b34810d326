package org.openbeat.engine.procedure.pack.clock;

/** The name of a clock within its pack: {@code questioning}. */
public record ClockId(String value) implements Comparable<ClockId> {
    public ClockId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an identifier is not empty");
        }
    }

    @Override
    public int compareTo(ClockId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
