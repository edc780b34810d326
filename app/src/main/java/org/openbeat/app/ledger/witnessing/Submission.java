package org.openbeat.app.ledger.witnessing;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.openbeat.engine.tlog.AddCheckpoint;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.MalformedException;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;
import org.openbeat.engine.tlog.WitnessAnswer;

/** Offers one checkpoint to one witness, as often as it takes to agree on where the proof begins. */
class Submission {
    /** Another server may have been faster once or twice; a witness that goes on contradicting itself is broken. */
    private static final int TRIES = 4;

    private final WitnessedLog log;
    private final WitnessClient client;
    private final URI url;
    private final VerifierKey witness;

    Submission(WitnessedLog log, WitnessClient client, URI url, VerifierKey witness) {
        this.log = log;
        this.client = client;
        this.url = url;
        this.witness = witness;
    }

    /**
     * Offers the checkpoint.
     *
     * @param seen the size that the witness saw last, as far as is known
     */
    Outcome offer(SignedNote checkpoint, long seen) throws InterruptedException {
        var target = checkpoint;
        long old = Math.min(seen, sizeOf(target));
        try {
            for (int i = 0; i < TRIES; i++) {
                var reply = client.send(url, new AddCheckpoint(old, proof(old, sizeOf(target)), target));
                if (reply.status() != 409) {
                    return judge(reply, target);
                }
                long told = WitnessAnswer.Conflict.parse(reply.body()).size();
                if (told == old && told == sizeOf(target)) {
                    return inconsistent("It has seen another history of %d entries.".formatted(told));
                }
                if (told > sizeOf(target)) {
                    target = log.head().orElse(target);
                }
                if (told > sizeOf(target)) {
                    return inconsistent("It has seen %d entries, and the ledger has only %d: was it taken back?"
                            .formatted(told, sizeOf(target)));
                }
                old = told;
            }
            return new Outcome.Failed(Trouble.UNREACHABLE, "It contradicts itself about the size that it saw.");
        } catch (IOException | MalformedException e) {
            return new Outcome.Failed(Trouble.UNREACHABLE, String.valueOf(e.getMessage()));
        }
    }

    private List<Hash> proof(long from, long to) {
        return from == 0 || from == to ? List.of() : log.consistencyProof(from, to);
    }

    private Outcome judge(WitnessClient.Reply reply, SignedNote target) {
        return switch (reply.status()) {
            case 200 -> cosigned(reply.body(), target);
            case 422 -> inconsistent("What it has seen before is not the beginning of this ledger.");
            case 400, 403, 404 ->
                new Outcome.Failed(
                        Trouble.REFUSED, "It answered %d: %s".formatted(reply.status(), firstLine(reply.body())));
            default -> new Outcome.Failed(Trouble.UNREACHABLE, "It answered with status %d.".formatted(reply.status()));
        };
    }

    private Outcome cosigned(String body, SignedNote target) {
        var ours = WitnessAnswer.Cosigned.parse(body).signatures().stream()
                .filter(line -> line.keyName().equals(witness.name()) && line.keyId() == witness.id())
                .toList();
        try {
            if (!ours.isEmpty()
                    && !target.with(ours).cosignatures(List.of(witness)).isEmpty()) {
                return new Outcome.Cosigned(target, sizeOf(target), ours);
            }
            return new Outcome.Failed(
                    Trouble.UNREACHABLE, "It signed with another key than the one that is configured.");
        } catch (UnverifiedException e) {
            return new Outcome.Failed(Trouble.UNREACHABLE, "Its signature is wrong.");
        }
    }

    private static Outcome inconsistent(String detail) {
        return new Outcome.Failed(Trouble.INCONSISTENT, detail);
    }

    private static long sizeOf(SignedNote checkpoint) {
        return Checkpoint.parse(checkpoint.text()).size();
    }

    /** What strangers send ends up in logs: one short line without control characters. */
    private static String firstLine(String body) {
        var line = body.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + " …";
    }
}
