package org.openbeat.engine.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.PackId;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.VersionRule;
import org.openbeat.engine.procedure.pack.clock.ClockId;
import org.openbeat.engine.procedure.pack.clock.Span;

/**
 * A fact of a case's history. A history is the list of them in order; nothing in it is ever changed.
 */
public sealed interface CaseEvent {
    /** When it happened. */
    Instant at();

    /** The version of the procedure was chosen. */
    record PackChosen(PackId pack, VersionRule.By by, LocalDate date, Instant at) implements CaseEvent {}

    /**
     * A step was taken.
     *
     * @param entry its number among the steps taken, from 1
     */
    record StepTaken(
            int entry,
            StepId step,
            PersonId by,
            AuthorityId as,
            Instant at,
            Instant recordedAt,
            Map<String, Object> facts,
            @Nullable Approval approval)
            implements CaseEvent {}

    /**
     * A clock began, or began afresh.
     *
     * @param limit which of the clock's limits was taken, from 0
     * @param span how long: the limit's, or the shorter one that was granted
     */
    record ClockStarted(ClockId clock, Instant at, int limit, Span span, Deadline deadline) implements CaseEvent {}

    /** @param ground which of the clock's grounds, from 0 */
    record ClockSuspended(ClockId clock, Instant at, int ground) implements CaseEvent {}

    record ClockResumed(ClockId clock, Instant at, Deadline deadline) implements CaseEvent {}

    /** @param extension which of the clock's extensions, from 0 */
    record ClockExtended(ClockId clock, Instant at, int extension, PersonId by, Deadline deadline)
            implements CaseEvent {}

    record ClockEnded(ClockId clock, Instant at) implements CaseEvent {}

    /** What should have been done by {@code due} was done later. It stays on the record. */
    record BreachRecorded(ClockId clock, Deadline due, Instant at) implements CaseEvent {}

    /** A step's time was corrected; the clocks that hang on it were reckoned again. */
    record TimeCorrected(
            int entry,
            Instant was,
            Instant at,
            PersonId by,
            String reasons,
            @Nullable PersonId second,
            Instant recordedAt)
            implements CaseEvent {}
}
