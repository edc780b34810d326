package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults that other implementations had, each by the number under which it was found there. */
class KnownBugsTest {

    private final HashList hashes = new HashList();

    KnownBugsTest() {
        for (int i = 0; i < 20; i++) {
            hashes.append(leaf(i));
        }
    }

    @Test
    void transparency_dev_merkle_140_an_empty_proof_from_size_zero_proves_nothing() {
        for (int size = 0; size <= 20; size++) {
            for (var proof : List.of(List.<Hash>of(), List.of(leaf(0)))) {
                assertThat(ConsistencyProof.verifies(0, size, proof, Hash.EMPTY_TREE, root(size)))
                        .isFalse();
            }
        }
    }

    @Test
    void transparency_dev_merkle_236_not_even_the_empty_tree_is_proved_consistent_with_itself() {
        assertThat(ConsistencyProof.verifies(0, 0, List.of(), Hash.EMPTY_TREE, Hash.EMPTY_TREE))
                .isFalse();
        assertThatThrownBy(() -> hashes.treeOf(0).consistencyProof(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void certificate_transparency_1278_the_first_entry_of_a_tree_of_one_has_index_zero_and_an_empty_path() {
        var proof = hashes.treeOf(1).inclusionProof(0);
        assertThat(proof.hashes()).isEmpty();
        assertThat(proof.verifies(leaf(0), root(1))).isTrue();
        assertThat(InclusionProof.verifies(1, 1, leaf(0), List.of(), root(1))).isFalse();
    }

    @Test
    void certificate_transparency_rfcs_100_a_consistency_proof_is_for_one_size_only() {
        var proof = hashes.treeOf(7).consistencyProof(3).hashes();
        for (int size = 3; size <= 64; size++) {
            // From 3 to 5, 6, 7 and 8 the way up is the same; the size itself is bound by the signature.
            assertThat(ConsistencyProof.verifies(3, size, proof, root(3), root(7)))
                    .as("size %d", size)
                    .isEqualTo(size >= 5 && size <= 8);
        }
    }

    @Test
    void certificate_transparency_rfcs_125_no_index_beyond_the_tree_and_no_tree_that_is_too_high() {
        var proof = hashes.treeOf(6).inclusionProof(5).hashes();
        for (long index = 6; index < 70; index++) {
            assertThat(InclusionProof.verifies(index, 6, leaf(5), proof, root(6)))
                    .isFalse();
        }
        for (long size = 9; size < 70; size++) {
            assertThat(InclusionProof.verifies(5, size, leaf(5), proof, root(6)))
                    .isFalse();
        }
    }

    @Test
    void certificate_transparency_rfcs_326_an_empty_path_between_different_sizes_fails() {
        for (int older = 1; older < 20; older++) {
            for (int size = older + 1; size <= 20; size++) {
                assertThat(ConsistencyProof.verifies(older, size, List.of(), root(older), root(size)))
                        .isFalse();
                assertThat(ConsistencyProof.verifies(older, size, List.of(), root(older), root(older)))
                        .isFalse();
            }
        }
    }

    @Test
    void rekor_2062_the_id_of_a_key_is_made_from_its_name_its_type_and_its_bytes() {
        var key = SignedNoteTest.key("log.example", 1).verifierKey();
        byte[] typed = CanonicalBase64.decode(key.format().split("\\+", 3)[2]);
        byte[] hash = Hash.sha256("log.example\n".getBytes(StandardCharsets.UTF_8), typed);
        assertThat(key.id()).isEqualTo(ByteBuffer.wrap(hash).getInt());
        byte[] bareHash = Hash.sha256(Arrays.copyOfRange(typed, 1, typed.length));
        assertThat(key.id()).isNotEqualTo(ByteBuffer.wrap(bareHash).getInt());
    }

    @Test
    void sigstore_java_654_and_660_a_right_inclusion_proof_under_an_unsigned_root_is_no_receipt() {
        var log = SignedNoteTest.key("log.example", 1);
        var impostor = SignedNoteTest.key("log.example", 2);
        var receipt = receipt(impostor);
        assertThatThrownBy(() -> new ReceiptVerifier(List.of(log.verifierKey())).verify(receipt))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("None of the keys");
    }

    @Test
    void sigstore_js_589_the_root_that_is_signed_is_the_root_that_the_proof_must_reach() {
        var log = SignedNoteTest.key("log.example", 1);
        var proof = TlogProof.parse(receipt(log));
        var otherHead = new Checkpoint("log.example", 20, root(20)).sign(log);
        var spliced = new TlogProof(proof.extraBase64(), proof.index(), proof.hashes(), otherHead);
        assertThatThrownBy(() -> new ReceiptVerifier(List.of(log.verifierKey())).verify(spliced.format()))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("not in the log");
    }

    @Test
    void c2sp_54_a_signature_by_a_name_alone_does_not_count_and_the_last_blank_line_parts_the_note() throws Exception {
        var log = SignedNoteTest.key("log.example", 1);
        var sameName = SignedNoteTest.key("log.example", 2);
        var text = "a\n\n\u2014 b AAAAAAA=\n";
        var note =
                SignedNote.parse(SignedNote.sign(text, List.of(sameName, log)).format());
        assertThat(note.text()).isEqualTo(text);
        assertThat(note.verify(List.of(log.verifierKey()))).containsExactly(log.verifierKey());
    }

    @Test
    void pangea_go_266_the_tree_that_holds_an_entry_is_one_larger_than_its_index() {
        int index = 6;
        var proof = hashes.treeOf(20).consistencyProof(index + 1);
        assertThat(proof.verifies(root(index + 1), root(20))).isTrue();
        assertThat(ConsistencyProof.verifies(index, 20, proof.hashes(), root(index + 1), root(20)))
                .isFalse();
    }

    private byte[] receipt(SignerKey key) {
        var salt = new byte[Disclosure.SALT_LENGTH];
        Json payload = Json.of(Map.of());
        var entry = (Json.Members)
                Json.of(Map.of(Disclosure.PAYLOAD_HASH, Disclosure.payloadHash(salt, payload.canonical())));
        var disclosure = new Disclosure(entry, payload, CanonicalBase64.encode(salt));
        var tree = new HashList();
        tree.append(leaf(0));
        tree.append(Hash.ofLeaf(disclosure.leaf()));
        var head = new Checkpoint("log.example", 2, tree.tree().root()).sign(key);
        return TlogProof.of(disclosure.format(), tree.tree().inclusionProof(1), head)
                .format();
    }

    private Hash root(long size) {
        return hashes.treeOf(size).root();
    }

    private static Hash leaf(int i) {
        return Hash.ofLeaf(new byte[] {(byte) i});
    }
}
