package org.openbeat.app.ledger.keys;

import java.time.Clock;
import java.util.List;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.ledger.events.KeyRetired;
import org.openbeat.app.ledger.events.KeyRotated;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.KeyNotice;
import org.openbeat.engine.tlog.SignerKey;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the key of the log. First the old key signs in the new one, and both sign every checkpoint; then, when everyone
 * who verifies has the new one, the old key is retired and its private half removed.
 */
@Component
public class KeyRotation {

    /** It can't be done now; the message says why, for the operator. */
    public static final class RotationException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RotationException(String message) {
            super(message);
        }
    }

    private final KeyRing ring;
    private final KeyFiles files;
    private final JdbcKeyNotices notices;
    private final SignedTree tree;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    KeyRotation(
            KeyRing ring,
            KeyFiles files,
            JdbcKeyNotices notices,
            SignedTree tree,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.ring = ring;
        this.files = files;
        this.notices = notices;
        this.tree = tree;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Makes a new key and lets the old one hand over to it. From the next checkpoint on, both sign.
     *
     * @return the new key
     * @throws RotationException if the last change of keys is not finished
     */
    public VerifierKey rotate(Actor actor) {
        return transaction.execute(status -> rotateAlone(actor));
    }

    private VerifierKey rotateAlone(Actor actor) {
        long size = begin();
        var signers = ring.signers();
        if (signers.size() > 1) {
            throw new RotationException("The key before is not retired yet: ./openbeat ledger retire-key");
        }
        SignerKey from = signers.getFirst();
        SignerKey to = files.make(from.verifierKey().name());
        var now = clock.instant();
        var notice = new KeyNotice.Handover(from.verifierKey().name(), size, from.verifierKey(), to.verifierKey());
        notices.add(notice.sign(from, to), now);
        events.publishEvent(
                new KeyRotated(from.verifierKey().format(), to.verifierKey().format(), size, actor, now));
        return to.verifierKey();
    }

    /**
     * Retires the key before the one that signs: a checkpoint that it alone signs from now on is not the log's. Its
     * private half is removed from the disk.
     *
     * @return the key that was retired
     * @throws RotationException if there is none
     */
    public VerifierKey retire(Actor actor) {
        var retired = transaction.execute(status -> retireAlone(actor));
        files.forget(retired);
        return retired;
    }

    private VerifierKey retireAlone(Actor actor) {
        long size = begin();
        var signers = ring.signers();
        if (signers.size() < 2) {
            throw new RotationException("There is one key only; make the next one first: ./openbeat ledger rotate-key");
        }
        var current = signers.getFirst();
        var old = signers.getLast().verifierKey();
        requireBothOn(size, List.of(current.verifierKey(), old));
        var now = clock.instant();
        notices.add(new KeyNotice.Retirement(old.name(), size, old).sign(current), now);
        events.publishEvent(new KeyRetired(old.format(), size, actor, now));
        return old;
    }

    private long begin() {
        tree.becomeOnlyWriter();
        ring.refresh();
        return tree.head()
                .map(head -> Checkpoint.parse(head.text()).size())
                .orElseThrow(
                        () -> new RotationException("The ledger has not signed anything yet; start the server once."));
    }

    /** Otherwise the last checkpoint of the old key would stand without a signature of the new one. */
    private void requireBothOn(long size, List<VerifierKey> both) {
        try {
            if (tree.head().orElseThrow().verify(both).size() == both.size()) {
                return;
            }
        } catch (UnverifiedException e) {
            // Told below.
        }
        throw new RotationException(
                "No checkpoint carries both signatures yet (at %d entries); start the server and wait a moment."
                        .formatted(size));
    }
}
