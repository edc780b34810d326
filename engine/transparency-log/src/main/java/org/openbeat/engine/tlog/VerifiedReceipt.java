package org.openbeat.engine.tlog;

/**
 * A receipt that was verified.
 *
 * @param checkpoint the signed head of the log
 * @param index the entry's index in the log, from 0
 * @param disclosure what the entry says and what stands behind it
 */
public record VerifiedReceipt(Checkpoint checkpoint, long index, Disclosure disclosure) {

    /** One sentence for the holder: who keeps the log, and what it says was done, to what and when (UTC). */
    public String sentence() {
        return ("This receipt is genuine: the log %s holds, as entry %d of %d and unchanged, "
                        + "that on %s %s was recorded for %s %s.")
                .formatted(
                        checkpoint.origin(),
                        index,
                        checkpoint.size(),
                        entryText("at"),
                        entryText("action"),
                        entryText("subjectKind"),
                        entryText("subjectId"));
    }

    private String entryText(String name) {
        return disclosure.entry().get(name) instanceof Json.Text text ? text.value() : "(no " + name + ")";
    }
}
