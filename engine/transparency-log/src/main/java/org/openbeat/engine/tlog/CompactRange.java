package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Grows a tree leaf by leaf and holds no more than one hash for each bit of its size: enough for the root of a log that
 * is read from the first entry to the last. Not safe for several threads.
 */
public final class CompactRange {

    /** Complete subtrees from the widest on the left to the narrowest on the right. */
    private final List<Hash> peaks = new ArrayList<>();

    private long size;

    /** Hears of every subtree that an appended leaf completes, the leaf itself included, from the bottom up. */
    @FunctionalInterface
    public interface Completed {
        /** The arguments are those of {@link HashSource#node}, with the hash. */
        void node(int level, long index, Hash hash);
    }

    /** The range of an empty tree. */
    public CompactRange() {}

    /** The range of a tree that exists, to go on from there. */
    public CompactRange(MerkleTree tree) {
        size = tree.size();
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >>> level & 1) == 1) {
                peaks.add(tree.hashes().node(level, (size >>> level) - 1));
            }
        }
    }

    public void append(Hash leaf) {
        append(leaf, (level, index, hash) -> {});
    }

    /** Appends a leaf and tells of every subtree that is now complete. */
    public void append(Hash leaf, Completed completed) {
        Hash peak = leaf;
        int level = 0;
        completed.node(level, size, peak);
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            peak = Hash.ofChildren(peaks.removeLast(), peak);
            level++;
            completed.node(level, rest >>> 1, peak);
        }
        peaks.add(peak);
        size++;
    }

    /** Number of leaves so far. */
    public long size() {
        return size;
    }

    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofChildren(peaks.get(i), root);
        }
        return root;
    }
}
