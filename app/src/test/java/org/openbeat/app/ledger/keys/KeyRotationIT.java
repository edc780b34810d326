package org.openbeat.app.ledger.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.ledger.keys.KeyRotation.RotationException;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.HashList;
import org.openbeat.engine.tlog.KeyNotice;
import org.openbeat.engine.tlog.LogKeys;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TrustPolicy;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys in a folder of the test, notices in the real table, all of it rolled back. */
@OpenbeatTest
class KeyRotationIT {
    private static final String ORIGIN = "log.example/ledger";

    @Autowired
    JdbcKeyNotices notices;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final Tree tree = new Tree();
    private final List<Object> announced = new ArrayList<>();
    private KeyFiles files;
    private KeyRing ring;
    private KeyRotation rotation;

    /** A tree of as many entries as were asked for, signed as the sequencer would. */
    private final class Tree implements SignedTree {
        private final HashList hashes = new HashList();
        private Optional<SignedNote> head = Optional.empty();

        void grow(int entries) {
            for (int i = 0; i < entries; i++) {
                hashes.append(Hash.ofLeaf(("entry" + i).getBytes(StandardCharsets.UTF_8)));
            }
            ring.refresh();
            var tree = hashes.tree();
            head = Optional.of(ring.sign(new Checkpoint(ORIGIN, tree.size(), tree.root())));
        }

        @Override
        public void becomeOnlyWriter() {}

        @Override
        public Optional<SignedNote> head() {
            return head;
        }
    }

    @BeforeEach
    void firstKey() {
        files = new KeyFiles(folder.resolve("ledger.skey"), ORIGIN, new SecureRandom());
        ring = new KeyRing(files, notices);
        rotation = new KeyRotation(ring, files, notices, tree, clock, announced::add, transaction);
    }

    @Test
    void while_keys_change_both_sign_and_afterwards_the_new_one_alone() {
        rolledBack(() -> {
            tree.grow(5);
            var first = ring.verifierKey();
            var oldHead = head();
            var second = rotation.rotate(Actor.SYSTEM);
            tree.grow(5);
            assertThat(ring.verifierKey()).isEqualTo(second);
            assertThat(head().signatures()).hasSize(2);
            assertVerifies(head(), first);
            assertVerifies(head(), second);
            var common = head();
            assertThat(rotation.retire(Actor.SYSTEM)).isEqualTo(first);
            tree.grow(5);
            assertThat(head().signatures()).hasSize(1);
            assertVerifies(head(), second);
            assertVerifies(oldHead, first);
            assertVerifies(common, first);
            assertThatThrownBy(() -> policy(LogKeys.of(List.of(first))).verify(head()))
                    .isInstanceOf(UnverifiedException.class);
        });
    }

    @Test
    void what_is_published_leads_from_any_key_to_any_other_and_shuts_the_retired_one_out() {
        rolledBack(() -> {
            tree.grow(5);
            var first = ring.verifierKey();
            var oldHead = head();
            var firstSigner = files.signer(first).orElseThrow();
            var second = rotation.rotate(Actor.SYSTEM);
            tree.grow(5);
            rotation.retire(Actor.SYSTEM);
            tree.grow(5);
            var published = KeyNotice.parseAll(ring.notices());
            var fromOld = LogKeys.of(List.of(first)).following(published);
            var fromNew = LogKeys.of(List.of(second)).following(published);
            for (var keys : List.of(fromOld, fromNew)) {
                policy(keys).verify(head());
                policy(keys).verify(oldHead);
                var stolen = new Checkpoint(ORIGIN, 15, Hash.EMPTY_TREE).sign(firstSigner);
                assertThatThrownBy(() -> policy(keys).verify(stolen)).isInstanceOf(UnverifiedException.class);
            }
            assertThat(ring.ranges()).containsEntry(first, new LogKeys.Range(0, 10));
            assertThat(ring.ranges()).containsEntry(second, new LogKeys.Range(5, Long.MAX_VALUE));
        });
    }

    @Test
    void each_step_is_an_entry_that_names_the_key_in_the_open() {
        rolledBack(() -> {
            tree.grow(5);
            var first = ring.verifierKey();
            var second = rotation.rotate(Actor.SYSTEM);
            tree.grow(1);
            rotation.retire(Actor.SYSTEM);
            assertThat(announced)
                    .extracting(act -> ((Recordable) act).action())
                    .containsExactly("ledger.key-rotated", "ledger.key-retired");
            assertThat(announced)
                    .extracting(act -> ((Recordable) act).subject().id())
                    .containsExactly(second.format(), first.format());
        });
    }

    @Test
    void a_server_that_starts_anew_finds_all_keys_and_without_the_new_file_says_which_is_missing() {
        rolledBack(() -> {
            tree.grow(5);
            var second = rotation.rotate(Actor.SYSTEM);
            assertThat(new KeyRing(files, notices).signers()).hasSize(2);
            tree.grow(5);
            rotation.retire(Actor.SYSTEM);
            assertThat(new KeyRing(files, notices).verifierKey()).isEqualTo(second);
            Files.delete(files.file(second));
            assertThatThrownBy(() -> new KeyRing(files, notices))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(files.file(second).toString());
        });
    }

    @Test
    void the_private_half_of_a_retired_key_is_gone_and_the_others_are_for_the_owner_alone() {
        rolledBack(() -> {
            tree.grow(5);
            var first = ring.verifierKey();
            var second = rotation.rotate(Actor.SYSTEM);
            assertThat(Files.readString(folder.resolve("ledger.skey"))).startsWith("PRIVATE");
            tree.grow(5);
            rotation.retire(Actor.SYSTEM);
            assertThat(Files.readString(folder.resolve("ledger.skey")).strip()).isEqualTo(first.format());
            assertThat(Files.readString(files.file(second))).startsWith("PRIVATE");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.file(second))))
                    .isEqualTo("rw-------");
            var third = rotation.rotate(Actor.SYSTEM);
            tree.grow(5);
            assertThat(ring.verifierKey()).isEqualTo(third);
        });
    }

    @Test
    void steps_out_of_order_are_refused_with_what_to_do() {
        rolledBack(() -> {
            assertThatThrownBy(() -> rotation.rotate(Actor.SYSTEM))
                    .isInstanceOf(RotationException.class)
                    .hasMessageContaining("start the server");
            tree.grow(5);
            assertThatThrownBy(() -> rotation.retire(Actor.SYSTEM))
                    .isInstanceOf(RotationException.class)
                    .hasMessageContaining("rotate-key");
            rotation.rotate(Actor.SYSTEM);
            assertThatThrownBy(() -> rotation.retire(Actor.SYSTEM))
                    .as("no checkpoint with both signatures yet")
                    .isInstanceOf(RotationException.class)
                    .hasMessageContaining("both signatures");
            tree.grow(1);
            assertThatThrownBy(() -> rotation.rotate(Actor.SYSTEM))
                    .isInstanceOf(RotationException.class)
                    .hasMessageContaining("retire-key");
        });
    }

    @Test
    void notices_that_the_first_key_does_not_lead_to_are_refused() {
        rolledBack(() -> {
            tree.grow(5);
            var thief = new KeyFiles(folder.resolve("thief.skey"), ORIGIN, new SecureRandom());
            var forged = thief.make(ORIGIN);
            var handover = new KeyNotice.Handover(ORIGIN, 5, ring.verifierKey(), forged.verifierKey());
            notices.add(handover.sign(forged), clock.instant());
            assertThatThrownBy(() -> ring.refresh()).isInstanceOf(IllegalStateException.class);
        });
    }

    private SignedNote head() {
        return tree.head().orElseThrow();
    }

    private static TrustPolicy policy(LogKeys keys) {
        return new TrustPolicy(keys, List.of(), 0);
    }

    private static void assertVerifies(SignedNote note, VerifierKey key) throws UnverifiedException {
        assertThat(policy(LogKeys.of(List.of(key))).verify(note).logKeys()).containsExactly(key);
    }

    private interface Steps {
        void run() throws UnverifiedException, IOException;
    }

    private void rolledBack(Steps steps) {
        transaction.executeWithoutResult(status -> {
            try {
                steps.run();
            } catch (UnverifiedException | IOException e) {
                throw new AssertionError(e);
            } finally {
                status.setRollbackOnly();
            }
        });
    }
}
