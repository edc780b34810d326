package org.openbeat.app.desk;

import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;

/**
 * Chosen by the sender for one submission, so that sending it again stores nothing new: the idempotency key. Whoever
 * knows it gets the link of the report, so it must be hard to guess.
 */
public record SubmissionKey(String value) {

    public SubmissionKey {
        if (value.length() < 16 || value.length() > 200) {
            throw new Refusal(Kind.INVALID, "submission-key", 16, 200);
        }
    }
}
