package org.openbeat.app.ledger;

import java.util.List;
import java.util.Optional;
import org.openbeat.app.ledger.keys.SignedTree;
import org.openbeat.app.ledger.witnessing.WitnessedLog;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TileHashes;
import org.springframework.stereotype.Component;

/** The tree as outsiders are shown it. */
@Component
class WitnessedTree implements WitnessedLog, SignedTree {
    private final JdbcTree tree;

    WitnessedTree(JdbcTree tree) {
        this.tree = tree;
    }

    @Override
    public void becomeOnlyWriter() {
        tree.becomeOnlyWriter();
    }

    @Override
    public Optional<SignedNote> head() {
        return tree.head().map(head -> SignedNote.parse(head.note()));
    }

    @Override
    public List<Hash> consistencyProof(long from, long to) {
        return new TileHashes(to, tree::tile).tree().consistencyProof(from).hashes();
    }
}
