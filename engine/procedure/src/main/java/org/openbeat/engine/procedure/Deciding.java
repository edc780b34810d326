package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides commands: checks, then events, then the state after them. */
final class Deciding {
    /** What refuses a correction, since no step does. */
    private static final String CORRECTION = "correction";

    private final Procedure procedure;
    private final ClockEffects effects;
    private final Checks checks;
    private final Seats seats;
    private final Extending extending;

    Deciding(Procedure procedure, ClockEffects effects) {
        this.procedure = procedure;
        this.effects = effects;
        this.checks = new Checks(procedure.pack());
        this.seats = new Seats(procedure.pack());
        this.extending = new Extending(procedure.pack(), seats);
    }

    Decision take(CaseState state, Command.TakeStep command) {
        var step = procedure.find(command.step());
        if (step == null) {
            return refused(
                    Words.UNKNOWN_STEP, Refusal.Kind.UNKNOWN, command.step().value());
        }
        var fold = CaseFold.of(procedure, state);
        fold.now = command.at();
        fold.acting = command.as().value();
        var refusal = refusal(step, fold, command);
        if (refusal != null) {
            return new Decision.Refused(refusal);
        }
        var events = new ArrayList<CaseEvent>(4);
        var taken = new CaseEvent.StepTaken(
                state.entries + 1,
                command.step(),
                command.by(),
                command.as(),
                command.at(),
                command.recordedAt(),
                command.facts(),
                command.approval());
        events.add(taken);
        fold.apply(taken);
        effects.follow(step, taken, fold, events);
        return new Decision.Accepted(events, fold.state());
    }

    private @Nullable Refusal refusal(CompiledStep step, CaseFold fold, Command.TakeStep command) {
        var refusal = checks.time(step, fold, command);
        refusal = refusal != null ? refusal : checks.entitled(step, command);
        refusal = refusal != null ? refusal : checks.turn(step, fold, command.recordedAt(), procedure.libertyClocks());
        refusal = refusal != null ? refusal : checks.statable(step, command);
        if (refusal != null) {
            return refusal;
        }
        fold.state(command.facts());
        refusal = checks.known(step, fold);
        refusal = refusal != null ? refusal : checks.approved(step, command);
        refusal = refusal != null ? refusal : seats.apart(fold, command);
        refusal = refusal != null ? refusal : checks.requirements(step, fold);
        refusal = refusal != null ? refusal : checks.late(step, fold, command);
        return refusal != null ? refusal : extending.check(step, fold, command);
    }

    CaseState fold(List<CaseEvent> history) {
        var corrected = new HashMap<Integer, Instant>();
        for (var event : history) {
            if (event instanceof CaseEvent.TimeCorrected correction) {
                corrected.put(correction.entry(), correction.at());
            }
        }
        var fold = CaseFold.empty(procedure);
        if (corrected.isEmpty()) {
            history.forEach(fold::apply);
        } else {
            again(history, corrected, fold);
        }
        return fold.state();
    }

    /** Reckons every clock again from the steps with their right times; a breach that was recorded stays (I5). */
    private void again(List<CaseEvent> history, Map<Integer, Instant> corrected, CaseFold fold) {
        for (var event : history) {
            switch (event) {
                case CaseEvent.PackChosen chosen -> fold.apply(chosen);
                case CaseEvent.BreachRecorded breach -> fold.apply(breach);
                case CaseEvent.StepTaken taken -> {
                    var right = at(taken, corrected.getOrDefault(taken.entry(), taken.at()));
                    fold.now = right.at();
                    fold.apply(right);
                    effects.follow(procedure.step(right.step()), right, fold, new ArrayList<>());
                }
                default -> {} // Events of clocks follow from the steps.
            }
        }
    }

    private static CaseEvent.StepTaken at(CaseEvent.StepTaken taken, Instant at) {
        return new CaseEvent.StepTaken(
                taken.entry(),
                taken.step(),
                taken.by(),
                taken.as(),
                at,
                taken.recordedAt(),
                taken.facts(),
                taken.approval());
    }

    Decision correct(List<CaseEvent> history, Command.CorrectTime command) {
        var before = fold(history);
        var taken = history.stream()
                .filter(CaseEvent.StepTaken.class::isInstance)
                .map(CaseEvent.StepTaken.class::cast)
                .filter(event -> event.entry() == command.entry())
                .findFirst();
        if (taken.isEmpty()) {
            return refused(Words.NO_SUCH_ENTRY, Refusal.Kind.UNKNOWN, CORRECTION);
        }
        if (command.reasons().isBlank()) {
            return refused(Words.REASONS_NEEDED, Refusal.Kind.APPROVAL, CORRECTION);
        }
        if (command.at().isAfter(command.recordedAt()) || command.at().isBefore(before.openedAt)) {
            return refused(Words.FUTURE, Refusal.Kind.TIME, CORRECTION);
        }
        var event = corrected(command, taken.get().at());
        var longer = new ArrayList<>(history);
        longer.add(event);
        var after = fold(longer);
        var alone = command.second() == null || command.second().equals(command.by());
        return alone && givesMoreTime(before, after)
                ? refused(Words.SECOND_NEEDED, Refusal.Kind.APPROVAL, CORRECTION)
                : new Decision.Accepted(List.of(event), after);
    }

    private static CaseEvent.TimeCorrected corrected(Command.CorrectTime command, Instant was) {
        return new CaseEvent.TimeCorrected(
                command.entry(),
                was,
                command.at(),
                command.by(),
                command.reasons(),
                command.second(),
                command.recordedAt());
    }

    private boolean givesMoreTime(CaseState before, CaseState after) {
        return procedure.pack().clocks().keySet().stream()
                .filter(clock -> before.clock(clock).runs() > 0)
                .anyMatch(clock -> after.clock(clock)
                        .deadline()
                        .isLaterThan(before.clock(clock).deadline()));
    }

    List<StepOption> options(CaseState state, Instant now) {
        var fold = CaseFold.of(procedure, state);
        fold.now = now;
        var options = new ArrayList<StepOption>();
        for (var step : procedure.steps()) {
            var refusal = checks.turn(step, fold, now, procedure.libertyClocks());
            options.add(
                    new StepOption(step.step(), refusal != null ? refusal : untrue(step, fold), missing(step, fold)));
        }
        return options;
    }

    /** The first requirement that is certainly false; one that hangs on a fact still to be stated is left open. */
    private static @Nullable Refusal untrue(CompiledStep step, CaseFold fold) {
        for (var guarded : step.requirements()) {
            var restated = step.statable().stream()
                    .anyMatch(name -> guarded.program().text().contains("facts." + name));
            restated |= guarded.program().text().contains("acting");
            if (!restated && !guarded.program().holds(fold)) {
                return Checks.refusal(guarded.requirement());
            }
        }
        return null;
    }

    private static List<String> missing(CompiledStep step, CaseFold fold) {
        var missing = new ArrayList<String>();
        for (var i = 0; i < step.asks().length; i++) {
            if (fold.facts[step.asks()[i]] == null) {
                missing.add(step.step().asks().get(i));
            }
        }
        return missing;
    }

    private Decision refused(Words words, Refusal.Kind kind, String rule) {
        return new Decision.Refused(
                words.refuse(kind, rule, procedure.pack().version().basis()));
    }
}
