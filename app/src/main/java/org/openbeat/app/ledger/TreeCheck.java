package org.openbeat.app.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbeat.app.ledger.Finding.Kind;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.TilePath.HashTile;

/** The tree that hashes of entries give, held against the tiles that are stored. */
final class TreeCheck {
    private static final int LEVELS_OF_A_TILE = 8;
    private static final int TILE = 256;

    private final JdbcTree tree;
    private final Findings findings;
    private final CompactRange range = new CompactRange();
    private final Map<Integer, List<Hash>> openTiles = new HashMap<>();
    private final Map<HashTile, List<Hash>> fullTiles = new HashMap<>();

    TreeCheck(JdbcTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    void append(Hash hash) {
        range.append(hash, this::collect);
    }

    Hash root() {
        return range.root();
    }

    private void collect(int level, long index, Hash hash) {
        if (level == 0 || level % LEVELS_OF_A_TILE != 0) {
            return;
        }
        int tileLevel = level / LEVELS_OF_A_TILE;
        var tile = openTiles.computeIfAbsent(tileLevel, first -> new ArrayList<>());
        tile.add(hash);
        if (tile.size() == TILE) {
            fullTiles.put(new HashTile(tileLevel, index / TILE, TILE), List.copyOf(tile));
            tile.clear();
        }
    }

    /** Only while nothing is appended, and by the thread whose transaction sees what we check. */
    void checkFullTiles() {
        fullTiles.forEach(this::check);
        fullTiles.clear();
    }

    /** The tiles of the right edge, once all was appended. */
    void checkEdge() {
        openTiles.forEach((level, rest) -> {
            if (!rest.isEmpty()) {
                long index = (range.size() >>> (LEVELS_OF_A_TILE * level)) / TILE;
                check(new HashTile(level, index, rest.size()), rest);
            }
        });
    }

    private void check(HashTile tile, List<Hash> wanted) {
        if (!tree.tile(tile).equals(wanted)) {
            findings.add(
                    Kind.ENTRY_CHANGED,
                    "tile " + tile.path(),
                    null,
                    "A hash of tiles of level %d is not what the entries below it give.".formatted(tile.level()));
        }
    }
}
