package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.engine.tlog.WitnessAnswer.Conflict;
import org.openbeat.engine.tlog.WitnessAnswer.Cosigned;
import org.openbeat.engine.tlog.WitnessAnswer.Inconsistent;
import org.openbeat.engine.tlog.WitnessAnswer.Malformed;
import org.openbeat.engine.tlog.WitnessAnswer.UnknownKey;
import org.openbeat.engine.tlog.WitnessAnswer.UnknownLog;

class WitnessTest {

    private static final String ORIGIN = "log.example/ledger";
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final SignerKey log = SignedNoteTest.key(ORIGIN, 1);
    private final CosignerKey key = witnessKey("paper.example", 2);
    private final Remembered memory = new Remembered();
    private final Witness witness = new Witness(key, List.of(log.verifierKey()), memory);
    private final HashList hashes = tree("truth", 40);
    private final HashList otherHashes = tree("forgery", 40);

    @Test
    void a_log_that_only_grows_is_cosigned_at_every_step() throws UnverifiedException {
        long older = 0;
        for (long size : new long[] {0, 1, 1, 2, 7, 8, 8, 33, 40}) {
            var note = checkpoint(hashes, size);
            var answer = witness.addCheckpoint(request(hashes, older, size), NOON);
            assertThat(answer.status()).isEqualTo(200);
            var signatures = Cosigned.parse(answer.body()).signatures();
            assertThat(note.with(signatures).cosignatures(List.of(key.verifierKey())))
                    .containsExactly(new Cosignature(key.verifierKey(), NOON));
            assertThat(memory.newest(ORIGIN)).contains(note.with(signatures));
            older = size;
        }
    }

    @Test
    void a_fork_at_the_same_size_is_refused_and_both_heads_are_kept_as_evidence() {
        witness.addCheckpoint(request(hashes, 0, 8), NOON);
        assertThat(ask(new AddCheckpoint(8, List.of(), checkpoint(otherHashes, 8))))
                .isEqualTo(new Conflict(8));
        assertThat(memory.newest(ORIGIN)).contains(cosigned(8));
        assertThat(memory.evidence).hasSize(1);
        assertThat(memory.evidence.getFirst())
                .contains(
                        checkpoint(hashes, 8).format(),
                        checkpoint(otherHashes, 8).format());
    }

    @Test
    void a_fork_at_a_larger_size_is_refused_whatever_proof_it_brings() {
        witness.addCheckpoint(request(hashes, 0, 8), NOON);
        for (var proof : List.of(
                otherHashes.treeOf(20).consistencyProof(8).hashes(),
                hashes.treeOf(20).consistencyProof(8).hashes(),
                List.<Hash>of())) {
            assertThat(ask(new AddCheckpoint(8, proof, checkpoint(otherHashes, 20))))
                    .isEqualTo(new Inconsistent());
        }
        assertThat(memory.newest(ORIGIN)).contains(cosigned(8));
        assertThat(memory.evidence).hasSize(3);
    }

    @Test
    void a_log_that_was_rolled_back_is_told_what_the_witness_has_seen() {
        witness.addCheckpoint(request(hashes, 0, 20), NOON);
        assertThat(ask(new AddCheckpoint(8, List.of(), checkpoint(hashes, 8)))).isEqualTo(new Conflict(20));
        assertThat(ask(new AddCheckpoint(0, List.of(), checkpoint(hashes, 8)))).isEqualTo(new Conflict(20));
        assertThat(ask(new AddCheckpoint(20, List.of(), checkpoint(hashes, 8)))).isInstanceOf(Malformed.class);
        assertThat(memory.newest(ORIGIN)).contains(cosigned(20));
    }

    @Test
    void who_names_another_old_size_is_told_the_right_one() {
        assertThat(ask(new AddCheckpoint(5, List.of(), checkpoint(hashes, 8)))).isEqualTo(new Conflict(0));
        witness.addCheckpoint(request(hashes, 0, 8), NOON);
        var answer = witness.addCheckpoint(request(hashes, 5, 20), NOON);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo("8\n");
        assertThat(Conflict.parse(answer.body())).isEqualTo(answer);
    }

    @Test
    void a_proof_from_the_empty_tree_must_be_empty_and_the_same_size_needs_none() {
        var some = List.of(Hash.EMPTY_TREE);
        assertThat(ask(new AddCheckpoint(0, some, checkpoint(hashes, 8)))).isEqualTo(new Inconsistent());
        witness.addCheckpoint(request(hashes, 0, 8), NOON);
        assertThat(ask(new AddCheckpoint(8, some, checkpoint(hashes, 8)))).isEqualTo(new Inconsistent());
        assertThat(ask(new AddCheckpoint(8, List.of(), checkpoint(hashes, 8)))).isInstanceOf(Cosigned.class);
    }

    @Test
    void a_log_that_is_not_watched_and_a_key_that_is_not_known_are_told_apart() {
        var stranger = SignedNoteTest.key("stranger.example", 3);
        var impostor = SignedNoteTest.key(ORIGIN, 4);
        var root = hashes.treeOf(8).root();
        assertThat(ask(new AddCheckpoint(0, List.of(), new Checkpoint("stranger.example", 8, root).sign(stranger))))
                .isEqualTo(new UnknownLog("stranger.example"));
        var note = new Checkpoint(ORIGIN, 8, root);
        assertThat(ask(new AddCheckpoint(0, List.of(), note.sign(impostor)))).isInstanceOf(UnknownKey.class);
        assertThat(ask(new AddCheckpoint(0, List.of(), note.sign(impostor, log))))
                .isInstanceOf(Cosigned.class);
        var spoiled = new SignedNote(note.text(), List.of(log.sign("something else\n")));
        assertThat(ask(new AddCheckpoint(8, List.of(), spoiled)).status()).isEqualTo(403);
    }

    @Test
    void after_a_change_of_keys_both_are_known_for_the_same_history() {
        var next = SignedNoteTest.key(ORIGIN, 5);
        var watchful = new Witness(key, List.of(log.verifierKey(), next.verifierKey()), memory);
        watchful.addCheckpoint(request(hashes, 0, 8), NOON);
        var checkpoint = new Checkpoint(ORIGIN, 9, hashes.treeOf(9).root()).sign(next);
        var proof = hashes.treeOf(9).consistencyProof(8).hashes();
        assertThat(watchful.addCheckpoint(new AddCheckpoint(8, proof, checkpoint).format(), NOON)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothing_is_cosigned_that_could_not_be_remembered() {
        var full = new Witness(key, List.of(log.verifierKey()), new Remembered() {
            @Override
            public void remember(String origin, SignedNote checkpoint) {
                throw new IllegalStateException("the disk is full");
            }
        });
        assertThatThrownBy(() -> full.addCheckpoint(request(hashes, 0, 8), NOON))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old 0\n",
                "old 0\nNOTE",
                "old 00\n\nNOTE",
                "old -1\n\nNOTE",
                "old +1\n\nNOTE",
                "OLD 0\n\nNOTE",
                "old 0 \n\nNOTE",
                "old  0\n\nNOTE",
                "0\n\nNOTE",
                "old 9\n\nNOTE",
                "old 0\nAAAA\n\nNOTE",
                "old 0\n\n\nNOTE",
                "old 0\r\n\r\nNOTE",
                "old 99999999999999999999\n\nNOTE",
                "old 0\n\nlog.example/ledger\n8\n",
                "old 0\n\nnonsense\n\n— log.example/ledger AAAAAAA=\n",
            })
    void what_is_no_request_is_refused(String text) {
        var request = text.replace("NOTE", checkpoint(hashes, 8).format());
        assertThat(witness.addCheckpoint(request.getBytes(StandardCharsets.UTF_8), NOON))
                .isInstanceOf(Malformed.class);
        assertThat(memory.newest(ORIGIN)).isEmpty();
    }

    @Test
    void sixty_three_hashes_are_read_and_one_more_is_not() {
        var many = new ArrayList<Hash>();
        for (int i = 0; i < 63; i++) {
            many.add(Hash.EMPTY_TREE);
        }
        var request = new AddCheckpoint(0, many, checkpoint(hashes, 8));
        assertThat(AddCheckpoint.parse(request.format())).isEqualTo(request);
        var text = new String(request.format(), StandardCharsets.UTF_8)
                .replace("old 0\n", "old 0\n" + Hash.EMPTY_TREE.base64() + "\n");
        assertThat(witness.addCheckpoint(text.getBytes(StandardCharsets.UTF_8), NOON))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void answers_of_strangers_are_read_strictly() {
        for (var body : List.of("", "\n", "— a AAAAAAA=", "- a AAAAAAA=\n", "— a AAAAAAA=\n\n")) {
            assertThatThrownBy(() -> Cosigned.parse(body)).isInstanceOf(MalformedException.class);
        }
        for (var body : List.of("", "\n", "8", "08\n", "8\n\n", "-8\n", "8 \n")) {
            assertThatThrownBy(() -> Conflict.parse(body)).isInstanceOf(MalformedException.class);
        }
    }

    private WitnessAnswer ask(AddCheckpoint request) {
        return witness.addCheckpoint(request.format(), NOON);
    }

    private byte[] request(HashList tree, long older, long size) {
        List<Hash> proof = older == 0
                ? List.of()
                : tree.treeOf(size).consistencyProof(older).hashes();
        return new AddCheckpoint(older, proof, checkpoint(tree, size)).format();
    }

    private SignedNote cosigned(long size) {
        var note = checkpoint(hashes, size);
        return note.with(List.of(key.cosign(note.text(), NOON)));
    }

    private SignedNote checkpoint(HashList tree, long size) {
        return new Checkpoint(ORIGIN, size, tree.treeOf(size).root()).sign(log);
    }

    private static HashList tree(String seed, int size) {
        var hashes = new HashList();
        for (int i = 0; i < size; i++) {
            hashes.append(Hash.ofLeaf((seed + i).getBytes(StandardCharsets.UTF_8)));
        }
        return hashes;
    }

    /** Keys of tests come from a seed, so that a failure can be repeated. */
    static CosignerKey witnessKey(String name, int seed) {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return CosignerKey.generate(name, random);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** The same key under another name. */
    static VerifierKey renamed(CosignerKey key, String name) {
        var typed = CanonicalBase64.decode(key.verifierKey().format().split("\\+", 3)[2]);
        return new VerifierKey(VerifierKey.Kind.COSIGNATURE, name, Arrays.copyOfRange(typed, 1, typed.length));
    }

    private static class Remembered implements Witness.Memory {
        private final Map<String, SignedNote> newest = new HashMap<>();
        final List<String> evidence = new ArrayList<>();

        @Override
        public Optional<SignedNote> newest(String origin) {
            return Optional.ofNullable(newest.get(origin));
        }

        @Override
        public void remember(String origin, SignedNote checkpoint) {
            newest.put(origin, checkpoint);
        }

        @Override
        public void keepEvidence(String origin, SignedNote remembered, SignedNote refused) {
            evidence.add(remembered.format() + refused.format());
        }
    }
}
