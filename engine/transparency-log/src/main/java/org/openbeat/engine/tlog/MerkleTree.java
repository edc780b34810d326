package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of RFC 9162, section 2.1, at one size: gives its root and builds proofs; the hashes come from elsewhere.
 *
 * @param size number of entries
 * @param hashes holds every complete subtree of the first {@code size} entries
 */
public record MerkleTree(long size, HashSource hashes) {

    public MerkleTree {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + size);
        }
    }

    public Hash root() {
        return hash(0, size);
    }

    /** The hash of a subtree that RFC 9162 forms over the entries start to end (exclusive). */
    public Hash hash(Subtree subtree) {
        requireWithin(subtree);
        return hash(subtree.start(), subtree.end());
    }

    /** The proof that the entry at this index is in the tree (RFC 9162, 2.1.3.1). */
    public InclusionProof inclusionProof(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Entry %d is not in a tree of %d.".formatted(index, size));
        }
        return inclusionProof(index, new Subtree(0, size));
    }

    /** The proof that the entry at this index is in this part of the tree. */
    public InclusionProof inclusionProof(long index, Subtree subtree) {
        requireWithin(subtree);
        if (!subtree.contains(index)) {
            throw new IllegalArgumentException("Entry %d is not in %s.".formatted(index, subtree));
        }
        var path = new ArrayList<Hash>();
        collectInclusion(index, subtree.start(), subtree.end(), path);
        return new InclusionProof(index, subtree, path);
    }

    /** The proof that the tree of the older size is the beginning of this one (RFC 9162, 2.1.4.1). */
    public ConsistencyProof consistencyProof(long olderSize) {
        if (olderSize <= 0) {
            throw new IllegalArgumentException("The empty tree is the beginning of every tree; there is no proof.");
        }
        return consistencyProof(new Subtree(0, olderSize));
    }

    /** The proof that the subtree's entries stand in this tree at the same places. */
    public ConsistencyProof consistencyProof(Subtree subtree) {
        requireWithin(subtree);
        var path = new ArrayList<Hash>();
        if (!subtree.isEmpty()) {
            collectConsistency(subtree, 0, size, true, path);
        }
        return new ConsistencyProof(subtree, size, path);
    }

    private void collectInclusion(long index, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long split = start + splitOf(end - start);
        if (index < split) {
            collectInclusion(index, start, split, path);
            path.add(hash(split, end));
        } else {
            collectInclusion(index, split, end, path);
            path.add(hash(start, split));
        }
    }

    /** SUBPROOF of RFC 9162, 2.1.4.1, for a part that need not begin at 0; {@code known}: the verifier has its hash. */
    private void collectConsistency(Subtree part, long start, long end, boolean known, List<Hash> path) {
        if (part.start() == start && part.end() == end) {
            if (!known) {
                path.add(hash(start, end));
            }
            return;
        }
        long split = start + splitOf(end - start);
        if (part.end() <= split) {
            collectConsistency(part, start, split, known, path);
            path.add(hash(split, end));
        } else if (part.start() >= split) {
            collectConsistency(part, split, end, known, path);
            path.add(hash(start, split));
        } else {
            collectConsistency(new Subtree(split, part.end()), split, end, false, path);
            path.add(hash(start, split));
        }
    }

    private Hash hash(long start, long end) {
        long width = end - start;
        if (width == 0) {
            return Hash.EMPTY_TREE;
        }
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return hashes.node(level, start >>> level);
        }
        long split = start + splitOf(width);
        return Hash.ofChildren(hash(start, split), hash(split, end));
    }

    /** The largest power of two below n. */
    private static long splitOf(long n) {
        return Long.highestOneBit(n - 1);
    }

    private void requireWithin(Subtree subtree) {
        if (subtree.end() > size) {
            throw new IllegalArgumentException("%s is not in a tree of %d.".formatted(subtree, size));
        }
    }
}
