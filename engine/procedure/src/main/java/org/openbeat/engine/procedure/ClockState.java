package org.openbeat.engine.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.clock.Span;

/**
 * A clock of a case.
 *
 * @param status whether it runs
 * @param startedAt when this run began
 * @param deadline of this run
 * @param limit which of the rule's limits it has
 * @param span how long it runs without suspensions and extensions
 * @param pauses when it stood still; the last may still be open
 * @param extensions what it was granted
 * @param endedAt when it was ended; null while it runs
 * @param before how long earlier runs of the same clock took: a rule that starts a clock afresh hides no time
 * @param runs how often it was started
 * @param late whether it was ended after its time in any run
 */
public record ClockState(
        Status status,
        Instant startedAt,
        Deadline deadline,
        int limit,
        Span span,
        List<Pause> pauses,
        List<Granted> extensions,
        @Nullable Instant endedAt,
        Duration before,
        int runs,
        boolean late) {

    /** Whether a clock runs. */
    public enum Status {
        NEVER_STARTED,
        RUNNING,
        STANDS_STILL,
        ENDED
    }

    /** @param until null: it still stands still */
    public record Pause(int ground, Instant from, @Nullable Instant until) {}

    public record Granted(int extension, PersonId by, Instant at) {}

    static final ClockState NEVER = new ClockState(
            Status.NEVER_STARTED,
            Instant.EPOCH,
            new Deadline(Instant.MAX, true),
            0,
            new Span(1, Span.Unit.YEARS),
            List.of(),
            List.of(),
            null,
            Duration.ZERO,
            0,
            false);

    public boolean isOpen() {
        return status == Status.RUNNING || status == Status.STANDS_STILL;
    }

    /** Whether it runs and its time is up. */
    public boolean isExpired(Instant now) {
        return status == Status.RUNNING && deadline.isPast(now);
    }

    /** How long all its runs took together, without looking at suspensions: what the person lived through. */
    public Duration total(Instant now) {
        if (runs == 0) {
            return Duration.ZERO;
        }
        return before.plus(Duration.between(startedAt, endedAt == null ? now : endedAt));
    }
}
