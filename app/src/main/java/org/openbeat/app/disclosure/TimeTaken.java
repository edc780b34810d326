package org.openbeat.app.disclosure;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long it took, from receipt to the end.
 *
 * @param reports how many reports it was taken from
 * @param median half of them took at most this
 * @param withinStandard how many of them ended within the service standard
 */
public record TimeTaken(int reports, Duration median, int withinStandard) {

    public int withinPercent() {
        return (int) Math.round(100.0 * withinStandard / reports);
    }

    /** @param took of each report that has ended, in any order; not empty */
    static TimeTaken of(List<Duration> took, long withinStandard) {
        var sorted = took.stream().map(Objects::requireNonNull).sorted().toList();
        int middle = sorted.size() / 2;
        var median = sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
        return new TimeTaken(sorted.size(), median, Math.toIntExact(withinStandard));
    }
}
