package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Whom a verifier believes: the log, and at least some of these witnesses (compare C2SP tlog-policy, of which this is
 * the case of one group).
 *
 * @param logs keys of logs; any of them will do, in its range
 * @param witnesses keys of witnesses
 * @param quorum how many of the witnesses must have cosigned; 0 to all
 */
public record TrustPolicy(LogKeys logs, List<VerifierKey> witnesses, int quorum) {

    public TrustPolicy {
        witnesses = List.copyOf(witnesses);
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException(
                    "%d witnesses can't be asked of %d.".formatted(quorum, witnesses.size()));
        }
        for (int i = 0; i < witnesses.size(); i++) {
            var witness = witnesses.get(i);
            if (!witness.isWitness()) {
                throw new IllegalArgumentException("This is the key of a log, not of a witness: " + witness);
            }
            // One who signs under two names is still one.
            if (witnesses.subList(0, i).stream().anyMatch(witness::hasSameBytesAs)) {
                throw new IllegalArgumentException("Two witnesses have the same key: " + witness);
            }
        }
    }

    /** Believes these keys; each witness among them must have signed. */
    public static TrustPolicy ofAll(Collection<VerifierKey> keys) {
        var witnesses = keys.stream().filter(VerifierKey::isWitness).toList();
        var logs = keys.stream().filter(key -> !key.isWitness()).toList();
        return new TrustPolicy(LogKeys.of(logs), witnesses, witnesses.size());
    }

    /**
     * A checkpoint that was verified.
     *
     * @param checkpoint what it says
     * @param logKeys the log's keys that signed it, at least one
     * @param cosignatures the witnesses that vouch for it, at least the quorum
     * @param strangers names on signatures that nobody checked because no key was given for them
     */
    public record Vouched(
            Checkpoint checkpoint, List<VerifierKey> logKeys, List<Cosignature> cosignatures, List<String> strangers) {

        public Vouched {
            logKeys = List.copyOf(logKeys);
            cosignatures = List.copyOf(cosignatures);
            strangers = List.copyOf(strangers);
        }
    }

    /**
     * Verifies a checkpoint.
     *
     * @throws UnverifiedException if the log or too few witnesses have signed it, or if a signature of a key that is
     *     known here is wrong
     * @throws MalformedException if it is no checkpoint
     */
    public Vouched verify(SignedNote note) throws UnverifiedException {
        var checkpoint = Checkpoint.parse(note.text());
        var logKeys = logs.at(checkpoint.size()).stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
        if (logKeys.isEmpty()) {
            throw new UnverifiedException(
                    "No key was given for the log %s at %d entries.".formatted(checkpoint.origin(), checkpoint.size()));
        }
        var signers = note.verify(logKeys);
        var cosignatures = note.cosignatures(witnesses);
        if (cosignatures.size() < quorum) {
            throw new UnverifiedException("%d of %d witnesses have cosigned it, and %d must."
                    .formatted(cosignatures.size(), witnesses.size(), quorum));
        }
        var known = new ArrayList<>(logKeys);
        known.addAll(witnesses);
        return new Vouched(checkpoint, signers, cosignatures, note.strangers(known));
    }
}
