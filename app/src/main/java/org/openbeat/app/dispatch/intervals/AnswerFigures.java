package org.openbeat.app.dispatch.intervals;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.survival.SurvivalCurve;

/**
 * How long calls wait for a unit now, beside how long they usually do.
 *
 * @param calls how many came in the last hour
 * @param now half of them had a unit within this time; null where too few had
 * @param usual the same of the four weeks before; null where nobody knows yet
 * @param slower that it takes longer now, beyond what chance explains: the 95 % intervals of the two lie apart
 */
public record AnswerFigures(
        int calls, @Nullable Duration now, @Nullable Duration usual, boolean slower) {
    /** Of fewer the interval is no more than the times themselves. */
    private static final int FEWEST = 10;

    public static final AnswerFigures UNKNOWN = new AnswerFigures(0, null, null, false);

    public static AnswerFigures of(SurvivalCurve now, SurvivalCurve usual) {
        var present = now.median();
        var past = usual.median();
        var low = present.low();
        var high = past.high();
        // A curve that has not come down to one half says that it takes longer than all of the time that was watched.
        var lowest = low == null && now.watched() > 0 && !now.steps().isEmpty()
                ? now.steps().getLast().time()
                : low;
        var slower = now.watched() >= FEWEST && lowest != null && high != null && lowest.compareTo(high) > 0;
        return new AnswerFigures(now.watched(), present.time(), past.time(), slower);
    }
}
