package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.openbeat.engine.procedure.pack.clock.Span;

/** When clocks end. */
interface Deadlines {
    /**
     * The end of a run of a clock.
     *
     * @param clock its number in the pack
     * @param pauses all closed
     */
    Deadline of(int clock, Run run);

    /** The same in words: which rule, which article, which days were skipped and why. */
    List<String> why(int clock, Run run, Locale language);

    /** What the end of a run depends on. */
    record Run(
            int limit, Span span, Instant start, List<ClockState.Pause> pauses, List<ClockState.Granted> extensions) {}
}
