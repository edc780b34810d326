package org.openbeat.engine.procedure;

/** A person who acts in a case, as the application knows them. */
public record PersonId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
