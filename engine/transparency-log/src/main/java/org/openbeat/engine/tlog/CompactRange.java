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

    public void append(Hash leaf) {
        Hash peak = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            peak = Hash.ofChildren(peaks.removeLast(), peak);
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
