package org.openbeat.engine.legaltime.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Stretches of time, in order and apart.
 *
 * @param intervals from the first to the last; no two touch
 */
public record Intervals(List<Interval> intervals) {

    public static final Intervals NONE = new Intervals(List.of());

    public Intervals {
        intervals = List.copyOf(intervals);
    }

    /** The union: what two of them share is there once. */
    public static Intervals union(List<Interval> any) {
        var sorted = any.stream()
                .filter(interval -> interval.to().isAfter(interval.from()))
                .sorted(Comparator.comparing(Interval::from))
                .toList();
        var apart = new ArrayList<Interval>();
        for (var interval : sorted) {
            var last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last == null || interval.from().isAfter(last.to())) {
                apart.add(interval);
            } else if (interval.to().isAfter(last.to())) {
                apart.set(apart.size() - 1, new Interval(last.from(), interval.to()));
            }
        }
        return new Intervals(apart);
    }

    /** What is left of these without those. */
    public Intervals without(List<Interval> those) {
        var rest = intervals;
        for (var out : those) {
            var next = new ArrayList<Interval>();
            for (var interval : rest) {
                keep(next, interval.from(), earlier(interval.to(), out.from()));
                keep(next, later(interval.from(), out.to()), interval.to());
            }
            rest = next;
        }
        return union(rest);
    }

    /** What of these lies between two instants. */
    public Intervals within(Instant from, Instant to) {
        var inside = new ArrayList<Interval>();
        for (var interval : intervals) {
            keep(inside, later(interval.from(), from), earlier(interval.to(), to));
        }
        return new Intervals(inside);
    }

    public Duration length() {
        return intervals.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** When so much time has passed since an instant, the time of these left out. */
    public Instant after(Instant start, Duration length) {
        var time = start;
        var left = length;
        for (var interval : intervals) {
            if (!interval.to().isAfter(time)) {
                continue;
            }
            if (interval.from().isAfter(time)) {
                var runs = Duration.between(time, interval.from());
                if (runs.compareTo(left) >= 0) {
                    return time.plus(left);
                }
                left = left.minus(runs);
            }
            time = interval.to();
        }
        return time.plus(left);
    }

    private static void keep(List<Interval> list, Instant from, Instant to) {
        if (to.isAfter(from)) {
            list.add(new Interval(from, to));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
