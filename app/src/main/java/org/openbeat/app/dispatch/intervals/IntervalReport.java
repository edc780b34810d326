package org.openbeat.app.dispatch.intervals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
        var out = new StringBuilder("interval,group_by,group,incidents,ended,censored,median_s,median_low_s,"
                + "median_high_s,p90_s,p90_low_s,p90_high_s\r\n");
        for (var line : lines) {
            var median = line.curve().median();
            var ninety = line.curve().quantile(0.9);
            out.append(question.interval())
                    .append(',')
                    .append(question.grouping())
                    .append(',');
            out.append('"').append(line.group().replace("\"", "\"\"")).append("\",");
            out.append(line.curve().watched()).append(',').append(line.curve().ended());
            out.append(',').append(line.censored());
            for (var quantile : List.of(median, ninety)) {
                out.append(',').append(seconds(quantile.time()));
                out.append(',').append(seconds(quantile.low()));
                out.append(',').append(seconds(quantile.high()));
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    private static String seconds(@Nullable Duration time) {
        return time == null ? "" : Long.toString(time.toSeconds());
    }
}
