package org.openbeat.app.access.steps;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;

/**
 * Something that was begun in a browser.
 *
 * @param account whose it is, where that is known already
 * @param state what the one who began it wants to know again; never shown to the browser
 */
public record PendingStep(@Nullable AccountId account, String state) {

    /** The sorts of step; a token of one is worth nothing for another. */
    public enum Kind {
        SECOND_FACTOR,
        PASSKEY_ENROLMENT,
        PASSKEY_SIGN_IN,
        IDENTITY_PROVIDER
    }

    public Optional<AccountId> owner() {
        return Optional.ofNullable(account);
    }

    @Override
    public String toString() {
        return "PendingStep"; // Challenges and verifiers belong in no log.
    }
}
