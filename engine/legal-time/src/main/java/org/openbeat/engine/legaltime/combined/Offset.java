package org.openbeat.engine.legaltime.combined;

import java.util.List;
import java.util.Set;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.source.Source;

/**
 * Days of an earlier measure that count towards a later one, day for day (ADMPROC art 163: criminal detention does,
 * questioning does not).
 *
 * @param counted measures that count
 * @param source the article
 */
public record Offset(Set<EventName> counted, Source source) {

    public Offset {
        counted = Set.copyOf(counted);
        if (!source.isVerified()) {
            throw new IllegalArgumentException("Nobody has read %s, so nothing is counted by it.".formatted(source));
        }
    }

    /**
     * A measure already served.
     *
     * @param kind what
     * @param days begun days
     */
    public record Served(EventName kind, int days) {}

    /**
     * Days that are left.
     *
     * @param days of the later measure
     * @return 0 or more
     */
    public int left(int days, List<Served> earlier) {
        int served = earlier.stream()
                .filter(measure -> counted.contains(measure.kind()))
                .mapToInt(Served::days)
                .sum();
        return Math.max(0, days - served);
    }
}
