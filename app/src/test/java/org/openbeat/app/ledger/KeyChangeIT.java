package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.ledger.keys.KeyRing;
import org.openbeat.app.ledger.keys.KeyRotation;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of keys as the sequencer sees it; rolled back, since every other test shares the log. */
@ChecksTheWholeLedger
class KeyChangeIT {

    @Autowired
    Ledger ledger;

    @Autowired
    KeyRing keys;

    @Autowired
    KeyRotation rotation;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTree tree;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void the_next_checkpoint_is_signed_by_old_and_new_and_the_ledger_holds() {
        var old = keys.verifierKey();
        transaction.executeWithoutResult(status -> {
            var next = rotation.rotate(Actor.SYSTEM);
            AnotherServer.integrator(context).integrate();
            var head = SignedNote.parse(tree.head().orElseThrow().note());
            assertThat(verified(head, List.of(old, next))).containsExactly(next, old);
            assertThat(ledger.verifierKey()).isEqualTo(next);
            assertThat(ledger.keyNotices()).contains(old.format(), next.format());
            assertThat(ledger.keys().get(next).from())
                    .isLessThan(Checkpoint.parse(head.text()).size());
            assertThat(Checked.faults(ledger)).isEmpty();
            status.setRollbackOnly();
        });
        keys.refresh();
        assertThat(ledger.verifierKey()).isEqualTo(old);
        assertThat(Checked.faults(ledger)).isEmpty();
    }

    private static List<VerifierKey> verified(SignedNote note, List<VerifierKey> known) {
        try {
            return note.verify(known);
        } catch (UnverifiedException e) {
            throw new AssertionError(e);
        }
    }
}
