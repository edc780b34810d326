package org.openbeat.engine.procedure.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as guards see it. Facts, steps and clocks are counted from 0 in the order of the pack. */
public interface GuardScope {
    /** What was stated last; null: nothing. */
    @Nullable
    Object fact(int fact);

    /** How often the step was taken. */
    int count(int step);

    /** When the step was taken last; null: never. */
    @Nullable
    Instant at(int step);

    boolean running(int clock);

    /** Whether the clock runs, or ran to its end, and its time is up. */
    boolean expired(int clock);

    /** As which authority somebody acts; null: nobody does yet. */
    @Nullable
    String acting();

    /** When the act that is asked about is done. */
    Instant now();
}
