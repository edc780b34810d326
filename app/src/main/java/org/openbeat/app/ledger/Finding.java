package org.openbeat.app.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.rows.RowFault;

/**
 * Something that the ledger proves to be wrong.
 *
 * @param kind what was done
 * @param record what it was done to: table and key of a row, position and id of an entry, or the checkpoint
 * @param at when the record was last truly changed, or when what should not be was seen; null if nothing tells
 * @param detail a sentence for the operator
 */
public record Finding(Kind kind, String record, @Nullable Instant at, String detail) {

    /** What was done, as the command prints it. */
    public enum Kind {
        /** A row holds something else than its last act left. */
        ALTERED("altered"),
        /** A row, an entry or a mark is gone. */
        REMOVED("removed"),
        /** A row, an entry or a mark that no act accounts for. */
        FORGED("forged"),
        ENTRY_CHANGED("entry changed"),
        /** The log shows others another history. */
        FORK("fork"),
        /** The log was longer once. */
        ROLLBACK("rollback"),
        WRONG_KEY("wrong key"),
        /** Not a deed: an entry has waited too long for its place. */
        WAITING("waiting");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static Finding of(RowFault fault) {
        var kind = switch (fault.kind()) {
            case ALTERED -> Kind.ALTERED;
            case REMOVED -> Kind.REMOVED;
            case FORGED -> Kind.FORGED;
        };
        return new Finding(kind, fault.record(), fault.at(), fault.detail());
    }

    /** One line: kind, record, time, detail, parted by tabs. */
    public String line() {
        return String.join("\t", kind.word(), record, at == null ? "-" : at.toString(), detail);
    }
}
