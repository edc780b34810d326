package org.openbeat.engine.tlog;

import java.util.List;

/**
 * The hashes that lead from one entry to the root of a tree or subtree.
 *
 * @param index the entry's index in the whole log
 * @param subtree what the root covers; it starts at 0 for a whole tree
 * @param hashes from the leaf's sibling up to the child of the root
 */
public record InclusionProof(long index, Subtree subtree, List<Hash> hashes) {

    public InclusionProof {
        if (!subtree.contains(index)) {
            throw new IllegalArgumentException("Entry %d is not in %s.".formatted(index, subtree));
        }
        hashes = List.copyOf(hashes);
    }

    public boolean verifies(Hash leaf, Hash root) {
        return verifies(index, subtree.start(), subtree.end(), leaf, hashes, root);
    }

    /**
     * Verifies against a whole tree (RFC 9162, 2.1.3.2).
     *
     * @return false for every wrong input; nothing that a stranger sends makes it throw
     */
    public static boolean verifies(long index, long treeSize, Hash leaf, List<Hash> hashes, Hash root) {
        return verifies(index, 0, treeSize, leaf, hashes, root);
    }

    /** Verifies against the entries start to end (exclusive). */
    public static boolean verifies(long index, long start, long end, Hash leaf, List<Hash> hashes, Hash root) {
        if (!Subtree.isValid(start, end) || index < start || index >= end) {
            return false;
        }
        long node = index - start;
        long last = end - start - 1;
        Hash result = leaf;
        for (Hash sibling : hashes) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                result = Hash.ofChildren(sibling, result);
                // A last node without a right neighbour moves up unhashed until it is a right child.
                int levels = node == 0 ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= levels;
                last >>>= levels;
            } else {
                result = Hash.ofChildren(result, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && result.equals(root);
    }
}
