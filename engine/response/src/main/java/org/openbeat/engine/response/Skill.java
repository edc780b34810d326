package org.openbeat.engine.response;

/** Something that a unit can do and an incident may need, such as {@code dog} or {@code first-aid}. */
public record Skill(String code) implements Comparable<Skill> {
    public Skill {
        if (code.isBlank()) {
            throw new IllegalArgumentException("A skill needs a code.");
        }
    }

    @Override
    public int compareTo(Skill other) {
        return code.compareTo(other.code);
    }
}
