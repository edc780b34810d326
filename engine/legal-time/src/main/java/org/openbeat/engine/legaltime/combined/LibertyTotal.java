package org.openbeat.engine.legaltime.combined;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbeat.engine.legaltime.fact.Interval;
import org.openbeat.engine.legaltime.fact.Intervals;
import org.openbeat.engine.legaltime.rule.EventName;

/**
 * How long somebody was deprived of liberty in all, by whatever measures: time under two at once counts once.
 *
 * @param total the union of all intervals
 * @param byMeasure how long each measure took, in the order in which they were first taken; may overlap
 */
public record LibertyTotal(Duration total, Map<EventName, Duration> byMeasure) {

    /**
     * A measure that deprived somebody of liberty, such as questioning, restraint or detention.
     *
     * @param kind what
     * @param interval when
     */
    public record Measure(EventName kind, Interval interval) {

        public static Measure of(String kind, Interval interval) {
            return new Measure(new EventName(kind), interval);
        }
    }

    public static LibertyTotal of(List<Measure> measures) {
        var byKind = new LinkedHashMap<EventName, List<Interval>>();
        var all = new ArrayList<Interval>();
        for (var measure : measures) {
            all.add(measure.interval());
            byKind.computeIfAbsent(measure.kind(), first -> new ArrayList<>()).add(measure.interval());
        }
        var lengths = new LinkedHashMap<EventName, Duration>();
        byKind.forEach((kind, intervals) ->
                lengths.put(kind, Intervals.union(intervals).length()));
        return new LibertyTotal(Intervals.union(all).length(), lengths);
    }
}
