package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something done under a clock, to be judged in time or late.
 *
 * @param doneAt when it was done, or when it arrived, UTC
 * @param postedAt when it was posted, UTC; null if it was not
 */
public record Act(Instant doneAt, @Nullable Instant postedAt) {

    public static Act done(Instant at) {
        return new Act(at, null);
    }

    public static Act posted(Instant posted, Instant arrived) {
        return new Act(arrived, posted);
    }
}
