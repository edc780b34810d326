package org.openbeat.app.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.TileHashes;
import org.openbeat.engine.tlog.TilePath.HashTile;

/**
 * Tiles that were read lately. A tile of one width never changes, and every proof of one head needs those of its right
 * edge: kept here, a proof reads no more than the tiles on the way from its own entry to the root.
 */
final class KeptTiles implements TileHashes.Reader {
    /** About 12 kB each. */
    private static final int MOST = 500;

    private final TileHashes.Reader source;
    private final Cache<HashTile, List<Hash>> tiles =
            Caffeine.newBuilder().maximumSize(MOST).build();

    KeptTiles(TileHashes.Reader source) {
        this.source = source;
    }

    @Override
    public List<Hash> read(HashTile tile) {
        var kept = tiles.getIfPresent(tile);
        if (kept == null) {
            kept = source.read(tile);
            if (kept.size() == tile.width()) {
                tiles.put(tile, kept);
            }
        }
        return kept;
    }
}
