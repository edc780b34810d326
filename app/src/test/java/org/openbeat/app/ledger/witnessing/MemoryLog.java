package org.openbeat.app.ledger.witnessing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.HashList;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.SignerKey;

/** A log in memory that can be taken back and can tell another story, as ours never should. */
class MemoryLog implements WitnessedLog {
    private final SignerKey key;
    private HashList hashes = new HashList();
    private long size;

    MemoryLog(SignerKey key) {
        this.key = key;
    }

    MemoryLog tell(String story, long entries) {
        hashes = new HashList();
        for (long i = 0; i < entries; i++) {
            hashes.append(Hash.ofLeaf((story + i).getBytes(StandardCharsets.UTF_8)));
        }
        size = entries;
        return this;
    }

    MemoryLog showOnly(long entries) {
        size = entries;
        return this;
    }

    @Override
    public Optional<SignedNote> head() {
        var root = hashes.treeOf(size).root();
        return Optional.of(new Checkpoint(key.verifierKey().name(), size, root).sign(key));
    }

    @Override
    public List<Hash> consistencyProof(long from, long to) {
        return hashes.treeOf(to).consistencyProof(from).hashes();
    }
}
