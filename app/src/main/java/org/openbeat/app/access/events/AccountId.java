package org.openbeat.app.access.events;

import java.util.UUID;

/** A staff account. */
public record AccountId(UUID value) {

    /** Reads the text form; anything else is an {@link IllegalArgumentException}. */
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
