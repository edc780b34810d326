package org.openbeat.app.ledger.witnessing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a witness stands to the ledger.
 *
 * @param name the witness's name
 * @param vkey its public key
 * @param size number of entries that it has vouched for
 * @param cosignedAt when it last vouched; null if never
 * @param behindSince since when it has not vouched for the newest checkpoint it was offered; null while it is level
 * @param trouble why not; null while all is well
 * @param detail what it answered, in words for the operator
 */
public record WitnessStanding(
        String name,
        String vkey,
        long size,
        @Nullable Instant cosignedAt,
        @Nullable Instant behindSince,
        @Nullable Trouble trouble,
        @Nullable String detail) {

    public boolean isLevel() {
        return behindSince == null;
    }

    /** The witness says that the ledger has two histories. */
    public boolean isAlarm() {
        return trouble == Trouble.INCONSISTENT;
    }
}
