package org.openbeat.engine.tlog;

import java.util.List;

/**
 * The hashes that show that a part of the log stands unchanged in a larger tree; the part is most often an older tree.
 *
 * @param part what was known before; it starts at 0 for an older tree
 * @param size number of entries in the larger tree
 * @param hashes as in RFC 9162, 2.1.4.1
 */
public record ConsistencyProof(Subtree part, long size, List<Hash> hashes) {

    public ConsistencyProof {
        if (part.end() > size) {
            throw new IllegalArgumentException("%s is not in a tree of %d.".formatted(part, size));
        }
        hashes = List.copyOf(hashes);
    }

    public boolean verifies(Hash partRoot, Hash root) {
        return verifies(part.start(), part.end(), size, hashes, partRoot, root);
    }

    /**
     * Verifies that one tree is the beginning of another (RFC 9162, 2.1.4.2). An older size of 0 is refused: every tree
     * begins with the empty one, so such a proof says nothing.
     *
     * @return false for every wrong input; nothing that a stranger sends makes it throw
     */
    public static boolean verifies(long olderSize, long size, List<Hash> hashes, Hash olderRoot, Hash root) {
        return olderSize > 0 && verifies(0, olderSize, size, hashes, olderRoot, root);
    }

    /** Verifies that the entries start to end (exclusive) stand in the larger tree; an empty part is in every tree. */
    public static boolean verifies(long start, long end, long size, List<Hash> hashes, Hash partRoot, Hash root) {
        if (!Subtree.isValid(start, end) || end > size) {
            return false;
        }
        if (start == end) {
            return hashes.isEmpty() && partRoot.equals(Hash.EMPTY_TREE);
        }
        return new Climb(start, end - 1, size - 1).reaches(hashes, partRoot, root);
    }

    /** The way up from the last node of the part to the root: RFC 9162, 2.1.4.2, with a first node that may move. */
    private static final class Climb {

        private long first;
        private long last;
        private long treeLast;

        Climb(long first, long last, long treeLast) {
            this.first = first;
            this.last = last;
            this.treeLast = treeLast;
            while (this.first != this.last && (this.last == this.treeLast || (this.last & 1) == 1)) {
                up();
            }
        }

        boolean reaches(List<Hash> hashes, Hash partRoot, Hash root) {
            boolean rootIsSeed = first == last;
            if (!rootIsSeed && hashes.isEmpty()) {
                return false;
            }
            Hash part = rootIsSeed ? partRoot : hashes.getFirst();
            Hash tree = part;
            for (Hash sibling : rootIsSeed ? hashes : hashes.subList(1, hashes.size())) {
                if (treeLast == 0) {
                    return false;
                }
                if ((last & 1) == 1 || last == treeLast) {
                    part = first < last ? Hash.ofChildren(sibling, part) : part;
                    tree = Hash.ofChildren(sibling, tree);
                    skipToRightChild();
                } else {
                    tree = Hash.ofChildren(tree, sibling);
                }
                up();
            }
            return treeLast == 0 && part.equals(partRoot) && tree.equals(root);
        }

        private void skipToRightChild() {
            while ((last & 1) == 0 && last != 0) {
                up();
            }
        }

        private void up() {
            first >>>= 1;
            last >>>= 1;
            treeLast >>>= 1;
        }
    }
}
