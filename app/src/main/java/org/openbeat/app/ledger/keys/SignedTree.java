package org.openbeat.app.ledger.keys;

import java.util.Optional;
import org.openbeat.engine.tlog.SignedNote;

/** What a change of keys must know of the tree; the tree implements it. */
public interface SignedTree {

    /** Makes this transaction the only one of all servers that signs, until it ends. */
    void becomeOnlyWriter();

    /** The newest checkpoint; empty if nothing was signed yet. */
    Optional<SignedNote> head();
}
