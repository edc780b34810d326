package org.openbeat.app.ledger.rows;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not what the ledger says, or a list of changes that is not.
 *
 * @param kind what was done to it
 * @param record table and key
 * @param at when it was last truly changed, or when the change without an act was seen; null if the ledger never saw it
 * @param detail a sentence
 */
public record RowFault(Kind kind, String record, @Nullable Instant at, String detail) {

    /** What was done. */
    public enum Kind {
        ALTERED,
        REMOVED,
        FORGED
    }
}
