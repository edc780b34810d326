package org.openbeat.app.oversight.events;

import java.util.UUID;

/** A draw of a random sample. */
public record DrawId(UUID value) {

    /** Reads the text form; anything else is an {@link IllegalArgumentException}. */
    public static DrawId of(String text) {
        return new DrawId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
