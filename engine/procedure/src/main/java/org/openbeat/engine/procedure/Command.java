package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.StepId;

/** What somebody wants to do in a case. */
public sealed interface Command {
    /** When it reached the record; a step may have been taken earlier, never later. */
    Instant recordedAt();

    /**
     * Takes a step.
     *
     * @param at when it is done
     * @param facts what is stated with it, by name: Boolean, Long, String, {@code List<String>} or Instant
     */
    record TakeStep(
            StepId step,
            PersonId by,
            AuthorityId as,
            Instant at,
            Instant recordedAt,
            Map<String, Object> facts,
            @Nullable Approval approval)
            implements Command {}

    /**
     * Says that a step was taken at another time than was entered. What was entered stays on the record. A time that
     * makes a clock end later needs a second person.
     *
     * @param entry the number of the step's entry, from 1
     */
    record CorrectTime(
            int entry,
            Instant at,
            PersonId by,
            String reasons,
            @Nullable PersonId second,
            Instant recordedAt) implements Command {}
}
