package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/** All hashes of a small tree in memory, for tests and for tools; a log at work reads tiles. */
public final class HashList implements HashSource {

    private final List<List<Hash>> levels = new ArrayList<>();

    /** An empty tree. */
    public HashList() {}

    /** Adds the next leaf and the hashes of every subtree that it completes. */
    public void append(Hash leaf) {
        Hash node = leaf;
        for (int level = 0; ; level++) {
            if (levels.size() == level) {
                levels.add(new ArrayList<>());
            }
            var row = levels.get(level);
            row.add(node);
            if (row.size() % 2 == 1) {
                return;
            }
            node = Hash.ofChildren(row.get(row.size() - 2), node);
        }
    }

    /** The tree over all leaves so far. */
    public MerkleTree tree() {
        return new MerkleTree(levels.isEmpty() ? 0 : levels.getFirst().size(), this);
    }

    /**
     * The tree over the first leaves.
     *
     * @throws IllegalArgumentException if there are not so many
     */
    public MerkleTree treeOf(long size) {
        if (size > tree().size()) {
            throw new IllegalArgumentException("There are fewer than " + size + " leaves.");
        }
        return new MerkleTree(size, this);
    }

    @Override
    public Hash node(int level, long index) {
        return levels.get(level).get(Math.toIntExact(index));
    }
}
