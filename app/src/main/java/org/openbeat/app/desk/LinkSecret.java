package org.openbeat.app.desk;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeat.app.kernel.Sha256;

/** The secret part of the address of a tracking page. Whoever has it may act for the sender; only its hash is kept. */
public record LinkSecret(String value) {
    private static final Pattern FORM = Pattern.compile("[2-9a-hjkmnp-z]{20,40}");

    /** Nothing when it cannot be a secret, so that a mistyped link is like an unknown one. */
    public static Optional<LinkSecret> of(String typed) {
        return FORM.matcher(typed).matches() ? Optional.of(new LinkSecret(typed)) : Optional.empty();
    }

    byte[] hash() {
        return Sha256.of(value);
    }

    @Override
    public String toString() {
        return "a link secret"; // Never in a log.
    }
}
