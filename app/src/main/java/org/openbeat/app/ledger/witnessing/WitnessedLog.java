package org.openbeat.app.ledger.witnessing;

import java.util.List;
import java.util.Optional;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.SignedNote;

/** What witnesses are shown; the tree implements it. */
public interface WitnessedLog {

    /** The newest checkpoint, signed by the log alone. */
    Optional<SignedNote> head();

    /**
     * The proof that the tree of one size is the beginning of that of another (RFC 9162, 2.1.4.1).
     *
     * @param from more than 0
     * @param to at least {@code from}, at most the size of the newest checkpoint
     */
    List<Hash> consistencyProof(long from, long to);
}
