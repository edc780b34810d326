package org.openbeat.engine.procedure.pack;

/** The name of a pack, which is the name of its folder: {@code cn-administrative-2025}. */
public record PackId(String value) implements Comparable<PackId> {
    public PackId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an identifier is not empty");
        }
    }

    @Override
    public int compareTo(PackId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
