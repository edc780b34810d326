package org.openbeat.engine.response.roads;

/**
 * A time and a length in one number: milliseconds above, centimetres below. Sums add both, and the lesser is the shorter
 * time or, at equal times, the shorter way; so every technique finds the same length, whatever the order of its steps.
 */
final class Packed {
    /** No way. Two of them and any weight add up without overflow. */
    static final long NEVER = 1L << 61;

    /** The longest time that a single arc may take: 18 hours. */
    static final int MOST_MILLIS = 1 << 26;

    private Packed() {}

    static long of(int millis, int centimetres) {
        return (long) Math.min(millis, MOST_MILLIS) << 32 | centimetres;
    }

    static int millis(long packed) {
        return (int) (packed >>> 32);
    }

    static double metres(long packed) {
        return (packed & 0xFFFF_FFFFL) / 100.0;
    }
}
