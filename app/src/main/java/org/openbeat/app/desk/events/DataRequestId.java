package org.openbeat.app.desk.events;

import java.util.UUID;

/** What a person asked about their own data. */
public record DataRequestId(UUID value) {

    /** Reads the text form; anything else is an {@link IllegalArgumentException}. */
    public static DataRequestId of(String text) {
        return new DataRequestId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
