package org.openbeat.app.ledger.witnessing;

import java.util.List;
import org.openbeat.engine.tlog.NoteSignature;
import org.openbeat.engine.tlog.SignedNote;

/** What came of offering a checkpoint to a witness. */
sealed interface Outcome {

    /**
     * It vouches.
     *
     * @param checkpoint what it vouches for, as the log signed it
     * @param size the checkpoint's
     * @param lines its cosignatures, verified
     */
    record Cosigned(SignedNote checkpoint, long size, List<NoteSignature> lines) implements Outcome {}

    /** It does not, and why. */
    record Failed(Trouble trouble, String detail) implements Outcome {}
}
