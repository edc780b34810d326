package org.openbeat.engine.tlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hashes of a tree that is stored as tiles. Each tile is read once and kept for the life of this object, which is meant
 * to be short: one proof, one root. Not safe for several threads.
 */
public final class TileHashes implements HashSource {

    /** Fetches a tile; it must give exactly the tile's width of hashes. */
    @FunctionalInterface
    public interface Reader {
        List<Hash> read(TilePath.HashTile tile);
    }

    private final long treeSize;
    private final Reader reader;
    private final Map<TilePath.HashTile, List<Hash>> tiles = new HashMap<>();

    public TileHashes(long treeSize, Reader reader) {
        this.treeSize = treeSize;
        this.reader = reader;
    }

    public MerkleTree tree() {
        return new MerkleTree(treeSize, this);
    }

    @Override
    public Hash node(int level, long index) {
        int tileLevel = level / 8;
        int within = level % 8;
        long first = index << within;
        var hashes = tile(tileLevel, first / TilePath.FULL_WIDTH);
        int offset = (int) (first % TilePath.FULL_WIDTH);
        return fold(hashes.subList(offset, offset + (1 << within)));
    }

    private List<Hash> tile(int level, long index) {
        var tile = TilePath.HashTile.in(treeSize, level, index)
                .orElseThrow(() -> new IllegalArgumentException(
                        "A tree of %d has no tile %d on level %d.".formatted(treeSize, index, level)));
        var hashes = tiles.computeIfAbsent(tile, reader::read);
        if (hashes.size() != tile.width()) {
            throw new MalformedException(
                    "Tile %s holds %d hashes, not %d.".formatted(tile.path(), hashes.size(), tile.width()));
        }
        return hashes;
    }

    private static Hash fold(List<Hash> hashes) {
        int width = hashes.size();
        return width == 1
                ? hashes.getFirst()
                : Hash.ofChildren(fold(hashes.subList(0, width / 2)), fold(hashes.subList(width / 2, width)));
    }
}
