package org.openbeat.app.access.events;

import java.util.UUID;

/** A dangerous act that was proposed. */
public record ProposalId(UUID value) {

    /** Reads the text form; anything else is an {@link IllegalArgumentException}. */
    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
