package org.openbeat.app.dispatch.intervals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.purpose.Csv;
import org.openbeat.engine.response.survival.Observation;
import org.openbeat.engine.response.survival.SurvivalCurve;

/**
 * How long an interval takes, by group. The unfinished ones are in it: left out, they would make every answer look
 * faster than it was (Kaplan and Meier 1958).
 *
 * @param lines in the order of their groups
 * @param unusable incidents whose times contradict each other
 */
public record IntervalReport(IntervalQuestion question, List<Line> lines, int unusable) {
    private static final List<String> COLUMNS = List.of(
            "interval",
            "group_by",
            "group",
            "incidents",
            "ended",
            "censored",
            "median_s",
            "median_low_s",
            "median_high_s",
            "p90_s",
            "p90_low_s",
            "p90_high_s");

    public IntervalReport {
        lines = List.copyOf(lines);
    }

    /**
     * One group.
     *
     * @param group its code: a beat, a priority, an hour; empty for all together, and for incidents without a beat
     */
    public record Line(String group, SurvivalCurve curve) {

        /** How many had not ended when we looked for the last time. */
        public int censored() {
            return curve.watched() - curve.ended();
        }
    }

    public static IntervalReport of(IntervalQuestion question, List<ResponseTimes> incidents) {
        var groups = new TreeMap<String, List<Observation>>();
        int unusable = 0;
        for (var incident : incidents) {
            var observed = incident.observe(question.interval());
            if (observed.isPresent()) {
                groups.computeIfAbsent(incident.group(question.grouping()), group -> new ArrayList<>())
                        .add(observed.get());
            } else if (incident.contradicts(question.interval())) {
                unusable++;
            }
        }
        var lines = groups.entrySet().stream()
                .map(group -> new Line(group.getKey(), SurvivalCurve.of(group.getValue())))
                .toList();
        return new IntervalReport(question, lines, unusable);
    }

    /** The table as CSV (RFC 4180); times in seconds, empty where too few ended to tell. */
    public String csv() {
        return Csv.line(COLUMNS.toArray())
                + lines.stream()
                        .map(this::csv)
                        .map(cells -> Csv.line(cells.toArray()))
                        .collect(Collectors.joining());
    }

    private List<@Nullable Object> csv(Line line) {
        var curve = line.curve();
        var cells = new ArrayList<@Nullable Object>(List.of(
                question.interval(),
                question.grouping(),
                line.group(),
                curve.watched(),
                curve.ended(),
                line.censored()));
        for (var quantile : List.of(curve.median(), curve.quantile(0.9))) {
            cells.add(seconds(quantile.time()));
            cells.add(seconds(quantile.low()));
            cells.add(seconds(quantile.high()));
        }
        return cells;
    }

    private static @Nullable Long seconds(@Nullable Duration time) {
        return time == null ? null : time.toSeconds();
    }
}
