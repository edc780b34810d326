package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The public vectors of the reference implementations: each is accepted or refused as it is marked. */
class MerkleVectorsTest {

    @Test
    void every_inclusion_vector_is_judged_as_marked() {
        check("merkle-inclusion-vectors.json", 98, vector -> {
            var hashes = Vectors.hashes(vector.get("proof"));
            var leaf = Vectors.hash(vector.get("leafHash"));
            var root = Vectors.hash(vector.get("root"));
            return hashes.isPresent()
                    && leaf.isPresent()
                    && root.isPresent()
                    && InclusionProof.verifies(
                            number(vector, "leafIdx"),
                            number(vector, "treeSize"),
                            leaf.get(),
                            hashes.get(),
                            root.get());
        });
    }

    @Test
    void every_consistency_vector_is_judged_as_marked() {
        check("merkle-consistency-vectors.json", 98, vector -> {
            var hashes = Vectors.hashes(vector.get("proof"));
            return hashes.isPresent()
                    && ConsistencyProof.verifies(
                            number(vector, "size1"),
                            number(vector, "size2"),
                            hashes.get(),
                            anyRoot(vector, "root1"),
                            anyRoot(vector, "root2"));
        });
    }

    /**
     * The arithmetic of subtrees is settled in these vectors. What is not: subtrees come from an Internet-Draft
     * (draft-ietf-plants-merkle-tree-certs), and the cosignatures over them exist in ML-DSA-44 alone (C2SP
     * tlog-cosignature, type 6). No witness signs them in Ed25519, so nothing here signs or asks for one.
     */
    @Test
    void every_subtree_inclusion_vector_is_judged_as_marked() {
        check("merkle-subtreeinclusion-vectors.json", 204, vector -> {
            var hashes = Vectors.hashes(vector.get("proof"));
            var leaf = Vectors.hash(vector.get("leafHash"));
            var root = Vectors.hash(vector.get("root"));
            return hashes.isPresent()
                    && leaf.isPresent()
                    && root.isPresent()
                    && InclusionProof.verifies(
                            number(vector, "leafIdx"),
                            number(vector, "start"),
                            number(vector, "end"),
                            leaf.get(),
                            hashes.get(),
                            root.get());
        });
    }

    @Test
    void every_subtree_consistency_vector_is_judged_as_marked() {
        check("merkle-subtreeconsistency-vectors.json", 118, vector -> {
            var hashes = Vectors.hashes(vector.get("proof"));
            return hashes.isPresent()
                    && ConsistencyProof.verifies(
                            number(vector, "start"),
                            number(vector, "end"),
                            number(vector, "size"),
                            hashes.get(),
                            anyRoot(vector, "root1"),
                            anyRoot(vector, "root2"));
        });
    }

    @Test
    void the_tree_of_eight_leaves_has_the_published_nodes_and_roots() {
        var vector = Vectors.shared("rfc6962-8-leaf-tree.json");
        var hashes = new HashList();
        var range = new CompactRange();
        var roots = vector.get("root_hashes_hex_by_size");
        assertThat(hex(hashes.tree().root())).isEqualTo(roots.get(0).asString());
        for (int i = 0; i < 8; i++) {
            var leaf = Hash.ofLeaf(
                    HexFormat.of().parseHex(vector.get("leaf_inputs_hex").get(i).asString()));
            hashes.append(leaf);
            range.append(leaf);
            assertThat(hex(hashes.tree().root())).isEqualTo(roots.get(i + 1).asString());
            assertThat(range.root()).isEqualTo(hashes.tree().root());
        }
        for (int level = 0; level < 4; level++) {
            for (int i = 0; i < 8 >> level; i++) {
                assertThat(hex(hashes.node(level, i)))
                        .isEqualTo(
                                vector.get("node_hashes_hex").get(level).get(i).asString());
            }
        }
    }

    private static void check(String file, int expected, Predicate<JsonNode> accepts) {
        var vectors = Vectors.shared(file);
        assertThat(vectors.size()).isEqualTo(expected);
        assertThat(Vectors.stream(vectors)
                        .filter(vector ->
                                accepts.test(vector) == vector.get("wantErr").asBoolean())
                        .map(vector -> vector.get("file").asString()))
                .as("vectors judged otherwise than marked")
                .isEmpty();
    }

    /** Numbers of 64 bits without sign in the vectors become negative here, and are refused as such. */
    private static long number(JsonNode vector, String name) {
        return vector.get(name).bigIntegerValue().longValue();
    }

    /** Some vectors write "don't care" for a root; any hash that depends on these bytes alone will do. */
    private static Hash anyRoot(JsonNode vector, String name) {
        Optional<Hash> root = Vectors.hash(vector.get(name));
        return root.orElseGet(() -> Hash.ofLeaf(vector.get(name).asString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }
}
