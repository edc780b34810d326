package org.openbeat.app.desk.draft;

import java.util.Optional;
import java.util.regex.Pattern;
import org.openbeat.app.kernel.Sha256;

/** The cookie that opens a draft. It is also the key of the submission, so a draft is sent exactly once. */
public record DraftToken(String value) {
    static final int LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("[2-9a-hjkmnp-z]{" + LENGTH + "}");

    /** Nothing when it cannot be one. */
    public static Optional<DraftToken> of(String cookie) {
        return FORM.matcher(cookie).matches() ? Optional.of(new DraftToken(cookie)) : Optional.empty();
    }

    /** What the database knows it by. */
    public byte[] hash() {
        return Sha256.of(value);
    }

    @Override
    public String toString() {
        return "a draft token"; // Never in a log.
    }
}
