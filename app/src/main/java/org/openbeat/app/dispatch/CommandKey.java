package org.openbeat.app.dispatch;

import org.openbeat.app.kernel.Refusal;

/**
 * Chosen by whoever sends a command and sent again with it when no answer came: the same actor's same key has one
 * effect and one answer, for at least seven days.
 */
public record CommandKey(String value) {

    public CommandKey {
        if (value.isBlank() || value.length() > 100) {
            throw new Refusal(Refusal.Kind.INVALID, "command-key-invalid");
        }
    }
}
