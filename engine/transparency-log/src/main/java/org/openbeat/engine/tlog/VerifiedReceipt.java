package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A receipt that was verified.
 *
 * @param vouched the head of the log, and who signed it
 * @param index the entry's index in the log, from 0
 * @param disclosure what the entry says and what stands behind it
 */
public record VerifiedReceipt(TrustPolicy.Vouched vouched, long index, Disclosure disclosure) {

    /** The signed head of the log. */
    public Checkpoint checkpoint() {
        return vouched.checkpoint();
    }

    /** One sentence for the holder: who keeps the log, and what it says was done, to what and when (UTC). */
    public String sentence() {
        return ("This receipt is genuine: the log %s holds, as entry %d of %d and unchanged, "
                        + "that on %s %s was recorded for %s %s.")
                .formatted(
                        checkpoint().origin(),
                        index,
                        checkpoint().size(),
                        entryText("at"),
                        entryText("action"),
                        entryText("subjectKind"),
                        entryText("subjectId"));
    }

    /** For each witness that vouches a sentence with its time (UTC), and one about signatures that nobody checked. */
    public List<String> vouchers() {
        var lines = new ArrayList<String>();
        for (Cosignature cosignature : vouched.cosignatures()) {
            lines.add("The witness %s vouched at %s that this is the only history of the log that it has seen."
                    .formatted(cosignature.witness().name(), cosignature.at()));
        }
        if (!vouched.strangers().isEmpty()) {
            lines.add("Not checked, because no key was given: the signatures in the name of %s."
                    .formatted(String.join(", ", vouched.strangers())));
        }
        return List.copyOf(lines);
    }

    private String entryText(String name) {
        return disclosure.entry().get(name) instanceof Json.Text text ? text.value() : "(no " + name + ")";
    }
}
