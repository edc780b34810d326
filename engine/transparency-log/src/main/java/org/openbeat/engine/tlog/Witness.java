package org.openbeat.engine.tlog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A witness (C2SP tlog-witness): it cosigns a log's checkpoint only if everything that it cosigned before stands in it, so
 * that nobody can be shown another history without it being seen. Safe for several threads: it answers one request at a
 * time, since the check and the memory must be one step.
 */
public final class Witness {

    /** What a witness must never forget: the newest checkpoint that it cosigned of each log. */
    public interface Memory {

        /** The newest checkpoint that was remembered for this log, with the log's signatures and the witness's own. */
        Optional<SignedNote> newest(String origin);

        /**
         * Remembers a checkpoint in place of the older one. When it returns, the checkpoint must be where no crash can
         * reach it; if it throws, nothing is cosigned.
         */
        void remember(String origin, SignedNote checkpoint);

        /**
         * Two checkpoints that the log signed and that can't both be true, or at least were not proved to be. A witness
         * keeps them, since together they prove what the log did.
         */
        default void keepEvidence(String origin, SignedNote remembered, SignedNote refused) {}
    }

    private final CosignerKey key;
    private final Map<String, List<VerifierKey>> logs = new TreeMap<>();
    private final Memory memory;

    /**
     * A witness of these logs.
     *
     * @param logs keys of logs; the name of a key is the name of its log, and a log may have several
     * @throws IllegalArgumentException if a key is not a log's
     */
    public Witness(CosignerKey key, Collection<VerifierKey> logs, Memory memory) {
        this.key = key;
        this.memory = memory;
        for (VerifierKey log : logs) {
            if (log.isWitness()) {
                throw new IllegalArgumentException("This is the key of a witness, not of a log: " + log);
            }
            this.logs.merge(log.name(), List.of(log), Witness::joined);
        }
    }

    private static List<VerifierKey> joined(List<VerifierKey> some, List<VerifierKey> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** The key that its cosignatures are verified with. */
    public VerifierKey verifierKey() {
        return key.verifierKey();
    }

    /**
     * Answers a request.
     *
     * @param request the body as it came
     * @param now when it is cosigned
     */
    public WitnessAnswer addCheckpoint(byte[] request, Instant now) {
        try {
            var parsed = AddCheckpoint.parse(request);
            return addCheckpoint(parsed, Checkpoint.parse(parsed.checkpoint().text()), now);
        } catch (MalformedException e) {
            return new WitnessAnswer.Malformed(String.valueOf(e.getMessage()));
        }
    }

    private WitnessAnswer addCheckpoint(AddCheckpoint request, Checkpoint checkpoint, Instant now) {
        var keys = logs.get(checkpoint.origin());
        if (keys == null) {
            return new WitnessAnswer.UnknownLog(checkpoint.origin());
        }
        try {
            request.checkpoint().verify(keys);
        } catch (UnverifiedException e) {
            return new WitnessAnswer.UnknownKey(String.valueOf(e.getMessage()));
        }
        if (request.oldSize() > checkpoint.size()) {
            return new WitnessAnswer.Malformed("The old size is larger than the checkpoint.");
        }
        return judge(request, checkpoint, keys, now);
    }

    private synchronized WitnessAnswer judge(
            AddCheckpoint request, Checkpoint checkpoint, List<VerifierKey> keys, Instant now) {
        var remembered = memory.newest(checkpoint.origin());
        var older = remembered.map(note -> Checkpoint.parse(note.text()));
        long oldSize = older.map(Checkpoint::size).orElse(0L);
        if (request.oldSize() != oldSize) {
            return new WitnessAnswer.Conflict(oldSize);
        }
        var oldRoot = older.map(Checkpoint::root).orElse(Hash.EMPTY_TREE);
        boolean otherRoot = oldSize == checkpoint.size() && !oldRoot.equals(checkpoint.root());
        if (otherRoot || !isProved(request, oldRoot, checkpoint)) {
            remembered.ifPresent(note -> memory.keepEvidence(
                    checkpoint.origin(), note, request.checkpoint().by(keys)));
            return otherRoot ? new WitnessAnswer.Conflict(oldSize) : new WitnessAnswer.Inconsistent();
        }
        var signature = key.cosign(request.checkpoint().text(), now);
        memory.remember(checkpoint.origin(), request.checkpoint().by(keys).with(List.of(signature)));
        return new WitnessAnswer.Cosigned(List.of(signature));
    }

    /** Every tree begins with the empty one, and there is no proof of that (RFC 9162, 2.1.4). */
    private static boolean isProved(AddCheckpoint request, Hash oldRoot, Checkpoint checkpoint) {
        return request.oldSize() == 0
                ? request.proof().isEmpty()
                : ConsistencyProof.verifies(
                        request.oldSize(), checkpoint.size(), request.proof(), oldRoot, checkpoint.root());
    }
}
