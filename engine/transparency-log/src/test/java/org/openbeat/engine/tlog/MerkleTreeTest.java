package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Properties over every small tree, and the faults that other implementations had. */
class MerkleTreeTest {

    private static final int MAX = 40;

    private final HashList hashes = new HashList();
    private final List<Hash> leaves = new ArrayList<>();

    MerkleTreeTest() {
        for (int i = 0; i < MAX; i++) {
            leaves.add(Hash.ofLeaf(new byte[] {(byte) i}));
            hashes.append(leaves.getLast());
        }
    }

    @Test
    void every_entry_of_every_small_tree_is_proved_for_its_place_and_no_other() {
        for (int size = 1; size <= MAX; size++) {
            for (int index = 0; index < size; index++) {
                var proof = tree(size).inclusionProof(index);
                assertThat(proof.verifies(leaves.get(index), tree(size).root())).isTrue();
                for (int other = 0; other < size; other++) {
                    assertThat(InclusionProof.verifies(
                                    other,
                                    size,
                                    leaves.get(index),
                                    proof.hashes(),
                                    tree(size).root()))
                            .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void every_older_tree_is_the_beginning_of_every_larger_one() {
        for (int size = 1; size <= MAX; size++) {
            for (int older = 1; older <= size; older++) {
                var proof = tree(size).consistencyProof(older);
                assertThat(proof.verifies(tree(older).root(), tree(size).root()))
                        .isTrue();
                if (older < size) {
                    assertThat(ConsistencyProof.verifies(
                                    older,
                                    size,
                                    proof.hashes(),
                                    tree(size).root(),
                                    tree(older).root()))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void every_subtree_is_proved_in_every_tree_that_holds_it() {
        for (long size = 1; size <= MAX; size++) {
            for (long start = 0; start <= size; start++) {
                for (long end = start; end <= size; end++) {
                    if (Subtree.isValid(start, end)) {
                        var subtree = new Subtree(start, end);
                        var proof = tree(size).consistencyProof(subtree);
                        assertThat(proof.verifies(
                                        tree(size).hash(subtree), tree(size).root()))
                                .as("%s in %d", subtree, size)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void an_entry_is_proved_within_a_subtree() {
        var subtree = new Subtree(32, 39);
        for (long index = 32; index < 39; index++) {
            var proof = tree(MAX).inclusionProof(index, subtree);
            assertThat(proof.verifies(leaves.get((int) index), tree(MAX).hash(subtree)))
                    .isTrue();
        }
    }

    @Test
    void an_older_size_of_zero_accepts_no_proof() {
        assertThat(ConsistencyProof.verifies(0, 4, List.of(), Hash.EMPTY_TREE, tree(4).root()))
                .isFalse();
        assertThat(ConsistencyProof.verifies(0, 4, List.of(leaves.getFirst()), Hash.EMPTY_TREE, tree(4).root()))
                .isFalse();
        assertThatThrownBy(() -> tree(4).consistencyProof(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_path_proves_consistency_only_of_equal_trees() {
        assertThat(ConsistencyProof.verifies(4, 4, List.of(), tree(4).root(), tree(4).root()))
                .isTrue();
        assertThat(ConsistencyProof.verifies(4, 8, List.of(), tree(4).root(), tree(8).root()))
                .isFalse();
        assertThat(ConsistencyProof.verifies(3, 4, List.of(), tree(3).root(), tree(4).root()))
                .isFalse();
        assertThat(ConsistencyProof.verifies(4, 4, List.of(), tree(4).root(), tree(5).root()))
                .isFalse();
    }

    @Test
    void the_only_entry_of_a_tree_of_one_is_proved_by_nothing() {
        assertThat(InclusionProof.verifies(0, 1, leaves.getFirst(), List.of(), tree(1).root()))
                .isTrue();
        assertThat(InclusionProof.verifies(0, 1, leaves.getFirst(), List.of(leaves.get(1)), tree(1).root()))
                .isFalse();
        assertThat(InclusionProof.verifies(0, 0, leaves.getFirst(), List.of(), tree(1).root()))
                .isFalse();
    }

    @Test
    void a_proof_for_one_size_does_not_pass_for_another() {
        var proof = tree(6).inclusionProof(2);
        for (long size = 0; size <= 64; size++) {
            boolean sameHeightAndPath = InclusionProof.verifies(2, size, leaves.get(2), proof.hashes(), tree(6).root());
            // The path of entry 2 has three hashes in every tree of 5 to 8: the size is bound by the checkpoint's
            // signature, the height by the proof.
            assertThat(sameHeightAndPath).isEqualTo(size >= 5 && size <= 8);
        }
    }

    @Test
    void negative_and_absurd_numbers_are_refused_without_an_exception() {
        for (long odd : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(InclusionProof.verifies(odd, 4, leaves.getFirst(), List.of(), tree(4).root()))
                    .isFalse();
            assertThat(InclusionProof.verifies(0, odd, leaves.getFirst(), List.of(), tree(4).root()))
                    .isFalse();
            assertThat(ConsistencyProof.verifies(odd, 4, List.of(), tree(4).root(), tree(4).root()))
                    .isFalse();
            assertThat(ConsistencyProof.verifies(2, odd, List.of(), tree(4).root(), tree(4).root()))
                    .isFalse();
        }
    }

    @Test
    void an_entry_cannot_pass_for_a_node_nor_a_node_for_an_entry() {
        var both = new byte[64];
        leaves.get(0).copyInto(both, 0);
        leaves.get(1).copyInto(both, Hash.LENGTH);
        assertThat(Hash.ofLeaf(both)).isNotEqualTo(tree(2).root());
    }

    private MerkleTree tree(long size) {
        return new MerkleTree(size, hashes);
    }
}
