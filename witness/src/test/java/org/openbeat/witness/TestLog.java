package org.openbeat.witness;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.openbeat.engine.tlog.AddCheckpoint;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.HashList;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.SignerKey;

/** A log that can tell two stories with one key. */
record TestLog(SignerKey key, HashList hashes) {

    static final String ORIGIN = "log.example/ledger";

    static TestLog of(String story) {
        return new TestLog(SignerKey.generate(ORIGIN, new SecureRandom()), grown(story));
    }

    TestLog fork(String story) {
        return new TestLog(key, grown(story));
    }

    SignedNote checkpoint(long size) {
        return new Checkpoint(ORIGIN, size, hashes.treeOf(size).root()).sign(key);
    }

    AddCheckpoint from(long older, long size) {
        List<Hash> proof = older == 0
                ? List.of()
                : hashes.treeOf(size).consistencyProof(older).hashes();
        return new AddCheckpoint(older, proof, checkpoint(size));
    }

    private static HashList grown(String story) {
        var hashes = new HashList();
        for (int i = 0; i < 300; i++) {
            hashes.append(Hash.ofLeaf((story + i).getBytes(StandardCharsets.UTF_8)));
        }
        return hashes;
    }
}
