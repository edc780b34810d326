package org.openbeat.app.ledger.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.KeyNotice;
import org.openbeat.engine.tlog.LogKeys;
import org.openbeat.engine.tlog.MalformedException;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.SignerKey;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;

/**
 * The log's keys: the one that signs, the one before it while both do, and the public halves of all that ever signed,
 * each with the sizes of the log for which it may.
 */
public class KeyRing {

    /**
     * The keys as of some notice.
     *
     * @param notices all notices so far
     * @param keys what they and the first key come to
     * @param current signs
     * @param previous signs too, until it is retired; null if there is none
     */
    private record Keys(
            List<SignedNote> notices,
            LogKeys keys,
            SignerKey current,
            @Nullable SignerKey previous) {}

    private final @Nullable KeyFiles files;
    private final @Nullable JdbcKeyNotices store;
    private volatile Keys keys;

    KeyRing(KeyFiles files, JdbcKeyNotices store) {
        this.files = files;
        this.store = store;
        this.keys = read(files, store.list());
    }

    private KeyRing(SignerKey only) {
        this.files = null;
        this.store = null;
        this.keys = new Keys(List.of(), LogKeys.of(List.of(only.verifierKey())), only, null);
    }

    /** A ring of one key that never changes. */
    public static KeyRing of(SignerKey only) {
        return new KeyRing(only);
    }

    /**
     * Takes in what was said about keys since, here or on another server. Call it in the transaction that signs.
     *
     * @throws IllegalStateException if a key that must sign now is not here
     */
    public void refresh() {
        if (store != null && files != null && store.count() != keys.notices().size()) {
            keys = read(files, store.list());
        }
    }

    private static Keys read(KeyFiles files, List<SignedNote> notices) {
        try {
            var known = LogKeys.of(List.of(files.first())).following(notices);
            var current = files.first();
            VerifierKey previous = null;
            for (var notice : notices) {
                switch (KeyNotice.parse(notice.text())) {
                    case KeyNotice.Handover handover -> {
                        previous = handover.from();
                        current = handover.to();
                    }
                    case KeyNotice.Retirement retirement -> previous = null;
                }
            }
            return new Keys(notices, known, signer(files, current), previous == null ? null : signer(files, previous));
        } catch (UnverifiedException | MalformedException e) {
            throw new IllegalStateException(
                    "The notices about the ledger's keys are not what its first key %s leads to."
                            .formatted(files.first()),
                    e);
        }
    }

    private static SignerKey signer(KeyFiles files, VerifierKey key) {
        return files.signer(key)
                .orElseThrow(() -> new IllegalStateException(
                        "The ledger is signed with %s, and its file is not here. Put it at %s."
                                .formatted(key, files.file(key))));
    }

    /** The key that signs. */
    public VerifierKey verifierKey() {
        return keys.current().verifierKey();
    }

    /** Signs a checkpoint, with the key before too while that is not retired. */
    public SignedNote sign(Checkpoint checkpoint) {
        return checkpoint.sign(signers().toArray(SignerKey[]::new));
    }

    List<SignerKey> signers() {
        var now = keys;
        var signers = new ArrayList<>(List.of(now.current()));
        if (now.previous() != null) {
            signers.add(now.previous());
        }
        return signers;
    }

    /** The keys that may have signed a log of this size. */
    public List<VerifierKey> at(long size) {
        return keys.keys().at(size);
    }

    /** All keys that ever signed, each with its sizes. */
    public Map<VerifierKey, LogKeys.Range> ranges() {
        return keys.keys().ranges();
    }

    /** All notices as the log publishes them; empty while the first key is the only one. */
    public String notices() {
        return keys.notices().stream().map(SignedNote::format).collect(Collectors.joining());
    }
}
