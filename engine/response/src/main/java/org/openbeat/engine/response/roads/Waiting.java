package org.openbeat.engine.response.roads;

/** States by importance, the least first. */
final class Waiting {
    private long[] heap;
    private int size;

    Waiting(int states) {
        heap = new long[states + 1];
    }

    void push(int importance, int state) {
        var entry = (long) importance << 32 | state;
        var hole = size++;
        for (var up = (hole - 1) / 2; hole > 0 && heap[up] > entry; up = (hole - 1) / 2) {
            heap[hole] = heap[up];
            hole = up;
        }
        heap[hole] = entry;
    }

    int least() {
        return size == 0 ? Integer.MAX_VALUE : (int) (heap[0] >>> 32);
    }

    int pop() {
        var top = heap[0];
        var last = heap[--size];
        var hole = 0;
        for (var child = 1; child < size; child = 2 * hole + 1) {
            child += child + 1 < size && heap[child + 1] < heap[child] ? 1 : 0;
            if (heap[child] >= last) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
        }
        heap[hole] = last;
        return (int) top;
    }
}
