package org.openbeat.engine.tlog;

/**
 * A run of entries that stands as a subtree of its own in every larger tree: its start is a multiple of the smallest
 * power of two that holds its width.
 *
 * @param start index of the first entry
 * @param end index after the last entry
 */
public record Subtree(long start, long end) {

    public Subtree {
        if (!isValid(start, end)) {
            throw new IllegalArgumentException("Entries %d to %d are no subtree.".formatted(start, end));
        }
    }

    static boolean isValid(long start, long end) {
        if (start < 0 || end < start) {
            return false;
        }
        long width = end - start;
        long room = width <= 1 ? 1 : Long.highestOneBit(width - 1) << 1;
        return start % room == 0;
    }

    public long width() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    boolean contains(long index) {
        return index >= start && index < end;
    }
}
