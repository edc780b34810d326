package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Our own vectors, computed from the definitions by other means than this code. */
class OwnVectorsTest {

    private final JsonNode vectors = Vectors.own();
    private final HashList hashes = new HashList();
    private final List<Hash> leaves = new ArrayList<>();

    OwnVectorsTest() {
        for (int i = 0; i < vectors.get("entryCount").asInt(); i++) {
            var leaf = Hash.ofLeaf(("entry " + i).getBytes(StandardCharsets.US_ASCII));
            leaves.add(leaf);
            hashes.append(leaf);
        }
    }

    @Test
    void roots_are_as_computed_elsewhere_from_nodes_from_tiles_and_leaf_by_leaf() {
        vectors.get("roots").properties().forEach(root -> {
            int size = Integer.parseInt(root.getKey());
            String expected = root.getValue().asString();
            assertThat(tree(size).root().base64()).isEqualTo(expected);
            assertThat(new TileHashes(size, this::tile).tree().root().base64()).isEqualTo(expected);
            var range = new CompactRange();
            leaves.subList(0, size).forEach(range::append);
            assertThat(range.root().base64()).isEqualTo(expected);
        });
    }

    @Test
    void a_range_goes_on_from_a_stored_tree_and_tells_of_each_subtree_once() {
        for (int size : new int[] {0, 1, 255, 256, 257, 511, 512}) {
            var range = new CompactRange(new TileHashes(size, this::tile).tree());
            leaves.subList(size, leaves.size())
                    .forEach(leaf -> range.append(
                            leaf, (level, index, hash) -> assertThat(hash).isEqualTo(hashes.node(level, index))));
            assertThat(range.root()).isEqualTo(hashes.tree().root());
        }
    }

    @Test
    void inclusion_proofs_are_built_as_elsewhere() {
        Vectors.stream(vectors.get("inclusion")).forEach(vector -> {
            int size = vector.get("size").asInt();
            long index = vector.get("index").asLong();
            var expected = Vectors.hashes(vector.get("hashes")).orElseThrow();
            assertThat(tree(size).inclusionProof(index).hashes()).isEqualTo(expected);
            assertThat(new TileHashes(size, this::tile)
                            .tree()
                            .inclusionProof(index)
                            .hashes())
                    .isEqualTo(expected);
        });
    }

    @Test
    void consistency_proofs_are_built_as_elsewhere() {
        Vectors.stream(vectors.get("consistency"))
                .forEach(vector -> assertThat(tree(vector.get("size").asInt())
                                .consistencyProof(vector.get("older").asLong())
                                .hashes())
                        .isEqualTo(Vectors.hashes(vector.get("hashes")).orElseThrow()));
    }

    @Test
    void the_checkpoint_is_signed_as_elsewhere_to_the_byte() throws UnverifiedException {
        var key = SignerKey.parse(vectors.get("skey").asString());
        assertThat(key.verifierKey().format()).isEqualTo(vectors.get("vkey").asString());
        assertThat(key.format()).isEqualTo(vectors.get("skey").asString());
        var checkpoint = new Checkpoint("log.example/test", 520, hashes.tree().root());
        var note = checkpoint.sign(key);
        assertThat(note.format()).isEqualTo(vectors.get("checkpoint").asString());
        assertThat(note.verify(List.of(key.verifierKey()))).containsExactly(key.verifierKey());
        assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
    }

    @Test
    void tiles_have_the_bytes_computed_elsewhere() {
        vectors.get("tiles").properties().forEach(vector -> {
            var tile = (TilePath.HashTile) TilePath.parse(vector.getKey()).orElseThrow();
            byte[] bytes = TileCodec.encodeHashes(tile(tile));
            assertThat(Hash.of(Hash.sha256(bytes)).base64())
                    .isEqualTo(vector.getValue().asString());
        });
    }

    private MerkleTree tree(int size) {
        return new MerkleTree(size, hashes);
    }

    private List<Hash> tile(TilePath.HashTile tile) {
        var tileHashes = new ArrayList<Hash>();
        for (int i = 0; i < tile.width(); i++) {
            tileHashes.add(hashes.node(8 * tile.level(), tile.index() * TilePath.FULL_WIDTH + i));
        }
        return tileHashes;
    }
}
