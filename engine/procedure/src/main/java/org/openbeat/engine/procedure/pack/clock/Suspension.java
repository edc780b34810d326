package org.openbeat.engine.procedure.pack.clock;

import java.util.List;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.LocalText;
import org.openbeat.engine.procedure.pack.StepId;

/**
 * A ground on which a clock stands still.
 *
 * @param from steps that stop it
 * @param to steps that let it go on
 * @param days how a clock in days counts the first and the last day; a clock in hours leaves out exactly the time
 */
public record Suspension(String ground, LocalText title, List<StepId> from, List<StepId> to, Days days, Basis basis) {
    public Suspension {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    /** Which days of standing still are left out. */
    public enum Days {
        /** Not the first, but the last. */
        AFTER_THE_FIRST,
        /** Both the first and the last. */
        FIRST_AND_LAST
    }
}
