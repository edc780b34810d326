package org.openbeat.engine.procedure.pack;

/** The name of an authority within its pack: {@code case-unit-head}. */
public record AuthorityId(String value) implements Comparable<AuthorityId> {
    public AuthorityId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an identifier is not empty");
        }
    }

    @Override
    public int compareTo(AuthorityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
