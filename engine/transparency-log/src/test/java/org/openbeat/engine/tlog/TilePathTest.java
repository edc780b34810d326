package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.engine.tlog.TilePath.EntryBundlePath;
import org.openbeat.engine.tlog.TilePath.HashTile;

class TilePathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/000",
                "0/255",
                "1/x001/000",
                "0/x001/x234/067",
                "63/000",
                "0/000.p/1",
                "2/x999/999.p/255",
                "entries/000",
                "entries/x001/x234/067.p/17"
            })
    void a_path_is_read_and_written_the_same(String path) {
        assertThat(TilePath.parse(path)).get().extracting(TilePath::path).isEqualTo(path);
    }

    @Test
    void the_index_stands_in_groups_of_three_digits() {
        assertThat(new HashTile(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
        assertThat(new EntryBundlePath(5, 9).path()).isEqualTo("entries/005.p/9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "00/000",
                "64/000",
                "100/000",
                "-1/000",
                "0/1000",
                "0/x000/001",
                "0/001/002",
                "0/x001",
                "0/x1/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p/",
                "0/000.p",
                "0/000.p/1/",
                "/0/000",
                "entries",
                "entries/",
                "entries/x000/000",
                "data/000",
                "0/000.p/999",
                "0/x001/x001/x001/x001/x001/x001/x001/001",
                "0/000\n",
                "0/٠٠٠",
                "../0/000",
                "0/000 "
            })
    void other_spellings_are_no_paths(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    /** The example of C2SP tlog-tiles: a tree of 70,000. */
    @Test
    void a_tree_of_seventy_thousand_has_the_tiles_of_the_specification() {
        assertThat(HashTile.in(70_000, 0, 272)).contains(new HashTile(0, 272, 256));
        assertThat(HashTile.in(70_000, 0, 273)).contains(new HashTile(0, 273, 112));
        assertThat(HashTile.in(70_000, 0, 274)).isEmpty();
        assertThat(HashTile.in(70_000, 1, 0)).contains(new HashTile(1, 0, 256));
        assertThat(HashTile.in(70_000, 1, 1)).contains(new HashTile(1, 1, 17));
        assertThat(HashTile.in(70_000, 2, 0)).contains(new HashTile(2, 0, 1));
        assertThat(HashTile.in(70_000, 3, 0)).isEmpty();
    }

    @Test
    void no_tile_is_empty_and_none_lies_beyond_the_tree() {
        assertThat(HashTile.in(256, 0, 0)).contains(new HashTile(0, 0, 256));
        assertThat(HashTile.in(256, 0, 1)).isEmpty();
        assertThat(HashTile.in(256, 1, 0)).contains(new HashTile(1, 0, 1));
        assertThat(HashTile.in(0, 0, 0)).isEmpty();
        assertThat(HashTile.in(256, 8, 0)).isEmpty();
        assertThat(HashTile.in(256, 63, 0)).isEmpty();
        assertThat(HashTile.in(256, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void hashes_and_entries_survive_their_encoding() {
        var hashes = List.of(Hash.EMPTY_TREE, Hash.ofLeaf(new byte[0]));
        assertThat(TileCodec.decodeHashes(TileCodec.encodeHashes(hashes))).isEqualTo(hashes);
        var entries = List.of(new byte[0], new byte[] {1, 2, 3}, new byte[TileCodec.MAX_ENTRY_LENGTH]);
        byte[] bundle = TileCodec.encodeEntries(entries);
        assertThat(bundle).startsWith(0, 0, 0, 3, 1, 2, 3, 0xFF, 0xFF);
        assertThat(TileCodec.decodeEntries(bundle)).usingRecursiveComparison().isEqualTo(entries);
    }

    @Test
    void broken_tiles_and_bundles_are_refused() {
        for (int length : new int[] {0, 1, 31, 33, 257 * 32}) {
            assertThatThrownBy(() -> TileCodec.decodeHashes(new byte[length])).isInstanceOf(MalformedException.class);
        }
        for (byte[] bundle : List.of(new byte[0], new byte[] {0}, new byte[] {0, 2, 1}, new byte[257 * 2])) {
            assertThatThrownBy(() -> TileCodec.decodeEntries(bundle)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> TileCodec.encodeEntries(List.of(new byte[TileCodec.MAX_ENTRY_LENGTH + 1])))
                .isInstanceOf(MalformedException.class);
    }
}
