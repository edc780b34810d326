package org.openbeat.engine.response.simulation;

/** When each busy unit comes free: a heap of times and units; at the same time the unit of the lower number first. */
final class Releases {
    private final double[] times;
    private final int[] units;
    private int size;

    Releases(int most) {
        times = new double[most];
        units = new int[most];
    }

    boolean isEmpty() {
        return size == 0;
    }

    double nextTime() {
        return size == 0 ? Double.POSITIVE_INFINITY : times[0];
    }

    void add(double time, int unit) {
        var at = size++;
        while (at > 0 && before(time, unit, (at - 1) >> 1)) {
            times[at] = times[(at - 1) >> 1];
            units[at] = units[(at - 1) >> 1];
            at = (at - 1) >> 1;
        }
        times[at] = time;
        units[at] = unit;
    }

    /** Takes out the unit that comes free first. */
    int take() {
        var first = units[0];
        var time = times[--size];
        var unit = units[size];
        var at = 0;
        while (2 * at + 1 < size) {
            var child = 2 * at + 1;
            if (child + 1 < size && before(times[child + 1], units[child + 1], child)) {
                child++;
            }
            if (!before(times[child], units[child], time, unit)) {
                break;
            }
            times[at] = times[child];
            units[at] = units[child];
            at = child;
        }
        times[at] = time;
        units[at] = unit;
        return first;
    }

    private boolean before(double time, int unit, int at) {
        return before(time, unit, times[at], units[at]);
    }

    private static boolean before(double time, int unit, double otherTime, int otherUnit) {
        return time < otherTime || time == otherTime && unit < otherUnit;
    }
}
