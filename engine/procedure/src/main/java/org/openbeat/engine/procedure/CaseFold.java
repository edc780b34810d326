package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.guard.GuardScope;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/** A case while a command or a history is applied to it; it works on copies. */
final class CaseFold implements GuardScope {
    int entries;
    boolean closed;
    Instant openedAt = Instant.EPOCH;
    int[] counts;

    @Nullable
    Instant[] lastAt;

    @Nullable
    Object[] facts;

    ClockState[] clocks;
    List<CaseState.Seat> seats;
    Instant now = Instant.EPOCH;

    @Nullable
    String acting;

    private final Procedure procedure;

    private CaseFold(Procedure procedure) {
        this.procedure = procedure;
        var pack = procedure.pack();
        counts = new int[pack.steps().size()];
        lastAt = new Instant[pack.steps().size()];
        facts = new Object[pack.facts().size()];
        clocks = new ClockState[pack.clocks().size()];
        Arrays.fill(clocks, ClockState.NEVER);
        seats = new ArrayList<>();
    }

    private CaseFold(Procedure procedure, CaseState state) {
        this.procedure = procedure;
        entries = state.entries;
        closed = state.closed;
        openedAt = state.openedAt;
        counts = state.counts.clone();
        lastAt = state.lastAt.clone();
        facts = state.facts.clone();
        clocks = state.clocks.clone();
        seats = state.seats;
    }

    static CaseFold empty(Procedure procedure) {
        return new CaseFold(procedure);
    }

    static CaseFold of(Procedure procedure, CaseState state) {
        return new CaseFold(procedure, state);
    }

    CaseState state() {
        return new CaseState(procedure, this);
    }

    void apply(CaseEvent event) {
        switch (event) {
            case CaseEvent.PackChosen chosen -> openedAt = chosen.at();
            case CaseEvent.StepTaken taken -> take(taken);
            case CaseEvent.ClockStarted started -> start(started);
            case CaseEvent.ClockSuspended suspended -> suspend(suspended);
            case CaseEvent.ClockResumed resumed -> resume(resumed);
            case CaseEvent.ClockExtended extended -> extend(extended);
            case CaseEvent.ClockEnded ended -> end(ended);
            case CaseEvent.BreachRecorded breach -> breach(breach);
            case CaseEvent.TimeCorrected corrected -> {} // What follows from it is in the events after it.
        }
    }

    private void take(CaseEvent.StepTaken taken) {
        var step = procedure.step(taken.step());
        entries = taken.entry();
        counts[step.index()]++;
        lastAt[step.index()] = taken.at();
        state(taken.facts());
        sit(taken.by(), taken.as());
        var approval = taken.approval();
        if (approval != null) {
            sit(approval.by(), approval.as());
        }
        closed |= step.step().closes();
    }

    void state(Map<String, Object> stated) {
        for (var fact : stated.entrySet()) {
            facts[procedure.factIndex(fact.getKey())] = fact.getValue();
        }
    }

    private void sit(PersonId person, AuthorityId as) {
        for (var seat : seats) {
            if (seat.person().equals(person) && seat.as().equals(as)) {
                return;
            }
        }
        seats = new ArrayList<>(seats);
        seats.add(new CaseState.Seat(person, as));
    }

    private void start(CaseEvent.ClockStarted started) {
        var index = procedure.index(started.clock());
        var before = clocks[index];
        clocks[index] = new ClockState(
                ClockState.Status.RUNNING,
                started.at(),
                started.deadline(),
                started.limit(),
                started.span(),
                List.of(),
                List.of(),
                null,
                before.total(started.at()),
                before.runs() + 1,
                before.late());
    }

    private void suspend(CaseEvent.ClockSuspended event) {
        var index = procedure.index(event.clock());
        var clock = clocks[index];
        var pauses = new ArrayList<>(clock.pauses());
        pauses.add(new ClockState.Pause(event.ground(), event.at(), null));
        clocks[index] = with(clock, ClockState.Status.STANDS_STILL, clock.deadline(), pauses, clock.extensions());
    }

    private void resume(CaseEvent.ClockResumed event) {
        var index = procedure.index(event.clock());
        var clock = clocks[index];
        clocks[index] =
                with(clock, ClockState.Status.RUNNING, event.deadline(), closed(clock, event.at()), clock.extensions());
    }

    static List<ClockState.Pause> closed(ClockState clock, Instant until) {
        var pauses = new ArrayList<>(clock.pauses());
        var open = pauses.removeLast();
        pauses.add(new ClockState.Pause(open.ground(), open.from(), until));
        return pauses;
    }

    private void extend(CaseEvent.ClockExtended event) {
        var index = procedure.index(event.clock());
        var clock = clocks[index];
        clocks[index] = with(clock, clock.status(), event.deadline(), clock.pauses(), granted(clock, event));
    }

    private static List<ClockState.Granted> granted(ClockState clock, CaseEvent.ClockExtended event) {
        var granted = new ArrayList<>(clock.extensions());
        granted.add(new ClockState.Granted(event.extension(), event.by(), event.at()));
        return granted;
    }

    private static ClockState with(
            ClockState clock,
            ClockState.Status status,
            Deadline deadline,
            List<ClockState.Pause> pauses,
            List<ClockState.Granted> extensions) {
        return new ClockState(
                status,
                clock.startedAt(),
                deadline,
                clock.limit(),
                clock.span(),
                List.copyOf(pauses),
                List.copyOf(extensions),
                clock.endedAt(),
                clock.before(),
                clock.runs(),
                clock.late());
    }

    private void end(CaseEvent.ClockEnded event) {
        replace(event.clock(), event.at(), false);
    }

    private void breach(CaseEvent.BreachRecorded event) {
        replace(event.clock(), null, true);
    }

    private void replace(ClockId id, @Nullable Instant endedAt, boolean late) {
        var index = procedure.index(id);
        var clock = clocks[index];
        clocks[index] = new ClockState(
                endedAt == null ? clock.status() : ClockState.Status.ENDED,
                clock.startedAt(),
                clock.deadline(),
                clock.limit(),
                clock.span(),
                clock.pauses(),
                clock.extensions(),
                endedAt == null ? clock.endedAt() : endedAt,
                clock.before(),
                clock.runs(),
                clock.late() || late);
    }

    @Override
    public @Nullable Object fact(int fact) {
        return facts[fact];
    }

    @Override
    public int count(int step) {
        return counts[step];
    }

    @Override
    public @Nullable Instant at(int step) {
        return lastAt[step];
    }

    @Override
    public boolean running(int clock) {
        return clocks[clock].isOpen();
    }

    @Override
    public boolean expired(int clock) {
        return clocks[clock].isExpired(now);
    }

    @Override
    public @Nullable String acting() {
        return acting;
    }

    @Override
    public Instant now() {
        return now;
    }
}
