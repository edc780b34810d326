package org.openbeat.app.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeat.app.places.Beat;

/**
 * What the public may know of a beat.
 *
 * @param officer who answers for it by name; empty while nobody is appointed
 * @param satisfaction what people who reported said; stands first, because it is the first measure
 * @param since since when all numbers count, in UTC
 * @param reported public reports by category, the most frequent first
 * @param otherReported public reports of all rarer categories together; 0 when that is withheld
 * @param outcomes what was done, by outcome
 * @param otherOutcomes all rarer outcomes together; 0 when that is withheld
 * @param took how long it took, by category, where there are enough
 * @param tookAll how long it took over all categories; empty where there are too few
 * @param reports the list, newest first
 */
public record BeatRecord(
        Beat beat,
        Optional<String> officer,
        Satisfaction satisfaction,
        Instant since,
        Map<String, Integer> reported,
        int otherReported,
        Map<String, Integer> outcomes,
        int otherOutcomes,
        Map<String, TimeTaken> took,
        Optional<TimeTaken> tookAll,
        List<ListedReport> reports) {

    public int total() {
        return reported.values().stream().mapToInt(Integer::intValue).sum() + otherReported;
    }

    /** When what is told last changed in a way that matters; the begin of the time when nothing did. */
    public Instant changed() {
        return reports.stream()
                .map(ListedReport::changed)
                .max(Instant::compareTo)
                .orElse(since);
    }
}
