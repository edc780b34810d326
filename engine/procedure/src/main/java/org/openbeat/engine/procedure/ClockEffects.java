package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.procedure.pack.clock.ClockRule;

/** What a step does to the clocks: ends them, stops them, lets them go on, extends them, starts them, in this order. */
final class ClockEffects {
    private final Deadlines deadlines;

    ClockEffects(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** Adds the events of {@code taken} to {@code events} and applies them to {@code fold}. */
    void follow(CompiledStep step, CaseEvent.StepTaken taken, CaseFold fold, List<CaseEvent> events) {
        for (var clock : step.ends()) {
            end(clock, taken.at(), fold, events);
        }
        for (var standing : step.suspends()) {
            suspend(standing, taken.at(), fold, events);
        }
        for (var standing : step.resumes()) {
            resume(standing, taken.at(), fold, events);
        }
        for (var longer : step.extensions()) {
            extend(longer, taken, fold, events);
        }
        for (var clock : step.starts()) {
            start(clock, origin(clock, taken, fold), fold, events);
        }
    }

    /** The moment from which a clock counts: of the step that starts it, or of an earlier one that the law names. */
    private static Instant origin(CompiledClock clock, CaseEvent.StepTaken taken, CaseFold fold) {
        if (clock.origin() < 0) {
            return taken.at();
        }
        var earlier = fold.lastAt[clock.origin()];
        return earlier == null ? taken.at() : earlier;
    }

    private static void add(CaseEvent event, CaseFold fold, List<CaseEvent> events) {
        events.add(event);
        fold.apply(event);
    }

    private static void end(CompiledClock clock, Instant at, CaseFold fold, List<CaseEvent> events) {
        var state = fold.clocks[clock.index()];
        if (!state.isOpen()) {
            return;
        }
        var id = clock.rule().id();
        if (state.isExpired(at) && clock.rule().late() == ClockRule.Late.BREACH) {
            add(new CaseEvent.BreachRecorded(id, state.deadline(), at), fold, events);
        }
        add(new CaseEvent.ClockEnded(id, at), fold, events);
    }

    /** What has run out can't be stopped any more. */
    private static void suspend(CompiledStep.Standing standing, Instant at, CaseFold fold, List<CaseEvent> events) {
        var state = fold.clocks[standing.clock().index()];
        if (state.status() == ClockState.Status.RUNNING && !state.isExpired(at)) {
            add(new CaseEvent.ClockSuspended(standing.clock().rule().id(), at, standing.ground()), fold, events);
        }
    }

    private void resume(CompiledStep.Standing standing, Instant at, CaseFold fold, List<CaseEvent> events) {
        var clock = standing.clock();
        var state = fold.clocks[clock.index()];
        if (state.status() != ClockState.Status.STANDS_STILL
                || state.pauses().getLast().ground() != standing.ground()) {
            return;
        }
        var run = new Deadlines.Run(
                state.limit(), state.span(), state.startedAt(), CaseFold.closed(state, at), state.extensions());
        add(new CaseEvent.ClockResumed(clock.rule().id(), at, deadlines.of(clock.index(), run)), fold, events);
    }

    private void extend(CompiledStep.Longer longer, CaseEvent.StepTaken taken, CaseFold fold, List<CaseEvent> events) {
        var clock = longer.clock();
        var state = fold.clocks[clock.index()];
        var approval = taken.approval();
        var by = approval == null ? taken.by() : approval.by();
        var granted = new ArrayList<>(state.extensions());
        granted.add(new ClockState.Granted(longer.number(), by, taken.at()));
        var run = new Deadlines.Run(state.limit(), state.span(), state.startedAt(), closedPauses(state), granted);
        var deadline = deadlines.of(clock.index(), run);
        add(new CaseEvent.ClockExtended(clock.rule().id(), taken.at(), longer.number(), by, deadline), fold, events);
    }

    /** A pause that is still open adds nothing before it is over. */
    static List<ClockState.Pause> closedPauses(ClockState state) {
        return state.pauses().stream().filter(pause -> pause.until() != null).toList();
    }

    private void start(CompiledClock clock, Instant at, CaseFold fold, List<CaseEvent> events) {
        var onlyIf = clock.onlyIf();
        if (onlyIf != null && !onlyIf.holds(fold)) {
            return;
        }
        if (fold.clocks[clock.index()].isOpen()) {
            end(clock, at, fold, events);
        }
        var limit = clock.limit(fold);
        var span = clock.span(limit, fold);
        var run = new Deadlines.Run(limit, span, at, List.of(), List.of());
        add(
                new CaseEvent.ClockStarted(clock.rule().id(), at, limit, span, deadlines.of(clock.index(), run)),
                fold,
                events);
    }
}
