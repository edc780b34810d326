package org.openbeat.engine.tlog;

/** Where a tree finds the hashes of its complete subtrees. */
@FunctionalInterface
public interface HashSource {

    /**
     * The hash over the entries {@code index << level} (inclusive) to {@code (index + 1) << level} (exclusive).
     *
     * @param level height of the subtree: 0 is a leaf
     * @param index number of the subtree in its level, from 0
     */
    Hash node(int level, long index);
}
