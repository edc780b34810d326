package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import java.util.List;
import org.openbeat.engine.legaltime.rule.EventName;

/**
 * Something that happened, with the corrections of its time. What was first written down is kept.
 *
 * @param name what
 * @param at when, as it was first written down, UTC
 * @param corrections in the order in which they were made
 */
public record Event(EventName name, Instant at, List<Correction> corrections) {

    public Event {
        corrections = List.copyOf(corrections);
    }

    public static Event at(String name, Instant at) {
        return new Event(new EventName(name), at, List.of());
    }

    /** The time that counts: every lawful correction made. */
    public Instant effective() {
        var time = at;
        for (var correction : corrections) {
            if (isLawful(correction, time)) {
                time = correction.at();
            }
        }
        return time;
    }

    /** Whether a correction of a time counts: with a reason, and to later only by two persons. */
    public static boolean isLawful(Correction correction, Instant before) {
        return !correction.reason().isBlank()
                && !correction.author().isBlank()
                && (!correction.at().isAfter(before) || correction.hasSecondApprover());
    }
}
