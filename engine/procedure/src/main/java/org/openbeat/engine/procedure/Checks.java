package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.Effect;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Requirement;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/** What a step must pass before it is taken; each check says which article refuses, or nothing. */
final class Checks {
    private final Pack pack;

    Checks(Pack pack) {
        this.pack = pack;
    }

    @Nullable
    Refusal time(CompiledStep step, CaseFold fold, Command.TakeStep command) {
        if (command.at().isAfter(command.recordedAt())) {
            return refuse(Words.FUTURE, Refusal.Kind.TIME, step);
        }
        return command.at().isBefore(fold.openedAt) ? refuse(Words.BEFORE_OPENING, Refusal.Kind.TIME, step) : null;
    }

    @Nullable
    Refusal entitled(CompiledStep step, Command.TakeStep command) {
        return step.step().actors().contains(command.as())
                ? null
                : refuse(Words.NOT_ENTITLED, Refusal.Kind.NOT_ENTITLED, step);
    }

    /** Whether the step has its turn: the case is open, nobody must be released first, and what comes before is done. */
    @Nullable
    Refusal turn(CompiledStep step, CaseFold fold, Instant recordedAt, List<CompiledClock> libertyClocks) {
        if (fold.closed) {
            return refuse(Words.CLOSED, Refusal.Kind.CLOSED, step);
        }
        var effect = step.step().effect();
        if (effect != Effect.RELEASE && effect != Effect.JUDGE) {
            for (var clock : libertyClocks) {
                if (fold.clocks[clock.index()].isExpired(recordedAt)) {
                    return Words.LOCKED.refuse(
                            Refusal.Kind.LOCKED,
                            clock.rule().id().value(),
                            clock.rule().basis());
                }
            }
        }
        return order(step, fold);
    }

    private static @Nullable Refusal order(CompiledStep step, CaseFold fold) {
        if (fold.counts[step.index()] > 0 && !step.step().order().repeats()) {
            return refuse(Words.ONCE, Refusal.Kind.OUT_OF_TURN, step);
        }
        var any = step.any().length == 0;
        for (var before : step.any()) {
            any |= fold.counts[before] > 0;
        }
        for (var before : step.all()) {
            any &= fold.counts[before] > 0;
        }
        if (!any) {
            return refuse(Words.NOT_YET, Refusal.Kind.OUT_OF_TURN, step);
        }
        for (var bar : step.none()) {
            if (fold.counts[bar] > 0) {
                return refuse(Words.NO_LONGER, Refusal.Kind.OUT_OF_TURN, step);
            }
        }
        return null;
    }

    /** Whether what is stated may be stated here. */
    @Nullable
    Refusal statable(CompiledStep step, Command.TakeStep command) {
        for (var stated : command.facts().entrySet()) {
            var fact = pack.facts().get(stated.getKey());
            if (fact == null || !step.statable().contains(stated.getKey()) || !fact.allows(stated.getValue())) {
                return Words.FACT_STRANGE.refuse(
                        Refusal.Kind.FACTS, stated.getKey(), step.step().basis());
            }
        }
        return null;
    }

    /** Whether all that the step asks is known, now that its own facts are in. */
    @Nullable
    Refusal known(CompiledStep step, CaseFold fold) {
        for (var i = 0; i < step.asks().length; i++) {
            if (fold.facts[step.asks()[i]] == null) {
                return Words.FACT_MISSING.refuse(
                        Refusal.Kind.FACTS,
                        step.step().asks().get(i),
                        step.step().basis());
            }
        }
        return null;
    }

    @Nullable
    Refusal approved(CompiledStep step, Command.TakeStep command) {
        var wanted = step.step().approval();
        var approval = command.approval();
        if (wanted == null) {
            return null;
        }
        if (approval == null || !approval.as().equals(wanted)) {
            return refuse(Words.APPROVAL_MISSING, Refusal.Kind.APPROVAL, step);
        }
        if (approval.by().equals(command.by())) {
            return refuse(Words.SAME_PERSON, Refusal.Kind.SEPARATION, step);
        }
        if (approval.at().isAfter(command.at())) {
            return refuse(Words.APPROVAL_LATE, Refusal.Kind.APPROVAL, step);
        }
        var bare = step.step().effect() == Effect.LIBERTY && approval.reasons().isBlank();
        return bare ? refuse(Words.APPROVAL_BARE, Refusal.Kind.APPROVAL, step) : null;
    }

    /** What must hold; an expression that can't be told does not. */
    @Nullable
    Refusal requirements(CompiledStep step, CaseFold fold) {
        for (var guarded : step.requirements()) {
            if (!guarded.program().holds(fold)) {
                return refusal(guarded.requirement());
            }
        }
        return null;
    }

    static Refusal refusal(Requirement requirement) {
        return new Refusal(Refusal.Kind.REQUIREMENT, requirement.name(), requirement.otherwise(), requirement.basis());
    }

    /** An act that must not come late does not. */
    @Nullable
    Refusal late(CompiledStep step, CaseFold fold, Command.TakeStep command) {
        for (var clock : step.ends()) {
            if (clock.rule().late() == ClockRule.Late.REFUSED && fold.clocks[clock.index()].isExpired(command.at())) {
                return Words.TOO_LATE.refuse(
                        Refusal.Kind.TOO_LATE,
                        clock.rule().id().value(),
                        clock.rule().basis());
            }
        }
        return null;
    }

    static Refusal refuse(Words words, Refusal.Kind kind, CompiledStep step) {
        return words.refuse(kind, step.step().id().value(), step.step().basis());
    }
}
