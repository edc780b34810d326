package org.openbeat.engine.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.Pack;

/**
 * Whether a limit may be extended: in time, not too often, and where liberty is at stake by a named person who does not
 * investigate, with reasons, after the person was heard (I1, I3).
 */
final class Extending {
    /** The fact by which a pack states that the person was heard. */
    static final String HEARD = "person_heard";

    private final Seats seats;
    private final int heard;

    Extending(Pack pack, Seats seats) {
        this.seats = seats;
        this.heard = List.copyOf(pack.facts().keySet()).indexOf(HEARD);
    }

    @Nullable
    Refusal check(CompiledStep step, CaseFold fold, Command.TakeStep command) {
        for (var longer : step.extensions()) {
            var refusal = check(longer, fold, command);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private @Nullable Refusal check(CompiledStep.Longer longer, CaseFold fold, Command.TakeStep command) {
        var clock = fold.clocks[longer.clock().index()];
        if (!clock.isOpen()) {
            return refuse(Words.NO_CLOCK, Refusal.Kind.OUT_OF_TURN, longer);
        }
        if (isLate(longer, clock, command)) {
            return refuse(Words.EXTENDED_LATE, Refusal.Kind.TOO_LATE, longer);
        }
        var before = 0;
        for (var granted : clock.extensions()) {
            before += granted.extension() == longer.number() ? 1 : 0;
        }
        if (before >= longer.extension().atMost()) {
            return refuse(Words.EXTENDED_OFTEN, Refusal.Kind.TOO_OFTEN, longer);
        }
        return longer.clock().rule().liberty() ? liberty(longer, fold, command) : null;
    }

    /** A limit of liberty is over when it is over, also for what is entered afterwards with an earlier time. */
    private static boolean isLate(CompiledStep.Longer longer, ClockState clock, Command.TakeStep command) {
        return clock.isExpired(command.at())
                || (longer.clock().rule().liberty() && clock.isExpired(command.recordedAt()));
    }

    private @Nullable Refusal liberty(CompiledStep.Longer longer, CaseFold fold, Command.TakeStep command) {
        var approval = command.approval();
        if (approval != null && approval.reasons().isBlank()) {
            return refuse(Words.APPROVAL_BARE, Refusal.Kind.APPROVAL, longer);
        }
        if (seats.investigates(fold, approval == null ? command.by() : approval.by())) {
            return refuse(Words.INVESTIGATOR, Refusal.Kind.SEPARATION, longer);
        }
        var wasHeard = heard >= 0 && Boolean.TRUE.equals(fold.facts[heard]);
        return wasHeard ? null : refuse(Words.NOT_HEARD, Refusal.Kind.REQUIREMENT, longer);
    }

    static String name(CompiledStep.Longer longer) {
        return longer.clock().rule().id() + "." + longer.extension().name();
    }

    private static Refusal refuse(Words words, Refusal.Kind kind, CompiledStep.Longer longer) {
        return words.refuse(kind, name(longer), longer.extension().basis());
    }
}
