package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.ledger.Finding.Kind;
import org.openbeat.app.ledger.keys.KeyRing;
import org.openbeat.engine.tlog.AddCheckpoint;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.CosignerKey;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.SignerKey;
import org.openbeat.engine.tlog.TileHashes;
import org.openbeat.engine.tlog.Witness;
import org.openbeat.engine.tlog.WitnessAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What nobody can see from the database alone, because all of it fits together: a log that is shown to one reader in
 * another form, and a database rolled back to yesterday's backup. Whoever kept a checkpoint finds it, and a witness
 * refuses to sign.
 */
@ChecksTheWholeLedger
class OutsiderDrillsIT {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTree tree;

    @Autowired
    KeyRing keys;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private Witness witness;
    private Head yesterday;
    private Head today;

    /** A witness that forgets when the test ends. */
    private static final class Remembered implements Witness.Memory {
        private @Nullable SignedNote newest;

        @Override
        public Optional<SignedNote> newest(String origin) {
            return Optional.ofNullable(newest);
        }

        @Override
        public void remember(String origin, SignedNote checkpoint) {
            newest = checkpoint;
        }
    }

    @BeforeEach
    void a_witness_that_saw_todays_checkpoint() throws InterruptedException {
        yesterday = grow(3);
        today = grow(5);
        var random = new SecureRandom();
        witness = new Witness(
                CosignerKey.generate("witness.example", random),
                List.copyOf(keys.ranges().keySet()),
                new Remembered());
        assertThat(show(0, List.of(), today)).isInstanceOf(WitnessAnswer.Cosigned.class);
        assertThat(kept(List.of(SignedNote.parse(yesterday.note()), SignedNote.parse(today.note()))))
                .isEmpty();
    }

    @Test
    void a_database_that_was_rolled_back_to_yesterdays_backup_is_found_by_who_kept_a_checkpoint_and_by_the_witness() {
        inATransactionThatIsRolledBack(() -> {
            restoreYesterday();
            assertThat(kept(List.of(SignedNote.parse(today.note()))))
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.kind()).isEqualTo(Kind.ROLLBACK);
                        assertThat(found.record()).isEqualTo("the kept checkpoint of size " + today.size());
                    });
            assertThat(show(today.size(), List.of(), tree.head().orElseThrow()))
                    .isInstanceOf(WitnessAnswer.Malformed.class);
            assertThat(show(yesterday.size(), List.of(), tree.head().orElseThrow()))
                    .isEqualTo(new WitnessAnswer.Conflict(today.size()));
        });
    }

    @Test
    void a_log_that_went_on_from_yesterdays_backup_is_a_fork_for_both() {
        inATransactionThatIsRolledBack(() -> {
            restoreYesterday();
            for (int i = 0; i < 9; i++) {
                events.publishEvent(new Tried("another-story-" + i, Map.of()));
            }
            AnotherServer.integrator(context).integrate();
            var other = tree.head().orElseThrow();
            assertThat(other.size()).isGreaterThan(today.size());
            assertThat(kept(List.of(SignedNote.parse(today.note()))))
                    .extracting(Finding::kind)
                    .containsExactly(Kind.FORK);
            var proof = new TileHashes(other.size(), tree::tile).tree().consistencyProof(today.size());
            assertThat(show(today.size(), proof.hashes(), other)).isInstanceOf(WitnessAnswer.Inconsistent.class);
        });
    }

    @Test
    void a_log_that_was_forked_for_one_reader_is_found_by_that_reader_and_by_the_witness() {
        var forOne = keys.sign(new Checkpoint(keys.verifierKey().name(), today.size(), Hash.ofLeaf(new byte[] {1})));
        assertThat(kept(List.of(forOne))).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.FORK);
            assertThat(found.record()).isEqualTo("the kept checkpoint of size " + today.size());
        });
        var shown = new AddCheckpoint(today.size(), List.of(), forOne);
        assertThat(witness.addCheckpoint(shown.format(), NOW)).isEqualTo(new WitnessAnswer.Conflict(today.size()));
    }

    @Test
    void a_signing_key_that_was_swapped_is_found_by_its_signature_and_refused_by_the_witness() {
        var swapped = SignerKey.generate(keys.verifierKey().name(), new SecureRandom());
        var note = new Checkpoint(keys.verifierKey().name(), today.size(), today.root()).sign(swapped);
        inATransactionThatIsRolledBack(() -> {
            tree.replaceHead(new Head(today.size(), today.root(), note.format(), today.signedAt()));
            assertThat(ledger.verify().findings()).anySatisfy(found -> {
                assertThat(found.kind()).isEqualTo(Kind.WRONG_KEY);
                assertThat(found.record()).isEqualTo("the checkpoint");
                assertThat(found.at()).isEqualTo(today.signedAt());
            });
        });
        var shown = new AddCheckpoint(today.size(), List.of(), note);
        assertThat(witness.addCheckpoint(shown.format(), NOW)).isInstanceOf(WitnessAnswer.UnknownKey.class);
    }

    /** What a restored backup leaves: everything as it was then, and nothing of what came after. */
    private void restoreYesterday() {
        jdbc.sql("set local session_replication_role = replica").update();
        var size = yesterday.size();
        jdbc.sql("delete from ledger.entry where id in (select entry from ledger.leaf where position >= :size)")
                .param("size", size)
                .update();
        for (var table : List.of("leaf", "row_change", "row_state")) {
            jdbc.sql("delete from ledger.%s where position >= :size".formatted(table))
                    .param("size", size)
                    .update();
        }
        jdbc.sql("delete from ledger.tile_hash where position >= :size >> (8 * level)")
                .param("size", size)
                .update();
        tree.replaceHead(yesterday);
    }

    private void inATransactionThatIsRolledBack(Runnable drill) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            drill.run();
        });
    }

    private Head grow(int acts) throws InterruptedException {
        var run = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < acts; i++) {
                events.publishEvent(new Tried(run + i, Map.of()));
            }
        });
        assertThat(sequencer.awaitPlaced(Duration.ofSeconds(30))).isTrue();
        return tree.head().orElseThrow();
    }

    private List<Finding> kept(List<SignedNote> notes) {
        return new ArrayList<>(ledger.verify(notes, progress -> {}).findings())
                .stream().filter(found -> found.record().startsWith("the kept")).toList();
    }

    private WitnessAnswer show(long oldSize, List<Hash> proof, Head head) {
        var request = new AddCheckpoint(oldSize, proof, SignedNote.parse(head.note()));
        return witness.addCheckpoint(request.format(), NOW);
    }
}
