package org.openbeat.engine.procedure;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/**
 * A pack made ready to decide. It is a pure function: what a command comes to depends on the pack, the history and the
 * command alone. It is immutable and may be shared by threads.
 */
public final class Procedure {
    private final Pack pack;
    private final Map<StepId, CompiledStep> steps;
    private final Map<ClockId, CompiledClock> clocks = new HashMap<>();
    private final Map<String, Integer> facts = new HashMap<>();
    private final List<CompiledClock> libertyClocks;
    private final Deadlines deadlines;
    private final Deciding deciding;

    private Procedure(Pack pack, Deadlines deadlines) {
        this.pack = pack;
        this.deadlines = deadlines;
        var compiler = new PackCompiler(pack);
        var compiled = compiler.clocks();
        compiled.forEach(clock -> clocks.put(clock.rule().id(), clock));
        this.steps = compiler.steps(compiled);
        this.libertyClocks =
                compiled.stream().filter(clock -> clock.rule().liberty()).toList();
        pack.facts().keySet().forEach(name -> facts.put(name, facts.size()));
        this.deciding = new Deciding(this, new ClockEffects(deadlines));
    }

    /** With the calendars of the pack. Throws {@link IllegalArgumentException} for a clock that can't be reckoned. */
    public static Procedure of(Pack pack) {
        return new Procedure(pack, new LegalTimeDeadlines(pack));
    }

    static Procedure of(Pack pack, Deadlines deadlines) {
        return new Procedure(pack, deadlines);
    }

    public Pack pack() {
        return pack;
    }

    /** Begins a case under this version, and records by which rule it was chosen. */
    public Decision.Accepted open(VersionChoice choice, Instant at) {
        if (!choice.pack().equals(pack.id())) {
            throw new IllegalArgumentException(choice.pack() + " was chosen, not " + pack.id());
        }
        var chosen = new CaseEvent.PackChosen(pack.id(), choice.by(), choice.date(), at);
        var fold = CaseFold.empty(this);
        fold.apply(chosen);
        return new Decision.Accepted(List.of(chosen), fold.state());
    }

    /** Where a case stands after its history. */
    public CaseState fold(List<CaseEvent> history) {
        return deciding.fold(history);
    }

    /** What taking a step comes to. */
    public Decision decide(CaseState state, Command.TakeStep command) {
        return deciding.take(state, command);
    }

    /** What a command comes to after a history; a correction needs all of it. */
    public Decision decide(List<CaseEvent> history, Command command) {
        return switch (command) {
            case Command.TakeStep take -> deciding.take(fold(history), take);
            case Command.CorrectTime correct -> deciding.correct(history, correct);
        };
    }

    /** Every step of the pack, and whether it can be taken at {@code now}, whoever asks. */
    public List<StepOption> options(CaseState state, Instant now) {
        return deciding.options(state, now);
    }

    /** Why a clock ends when it does: rule, article, what was skipped, suspended, extended. */
    public List<String> why(CaseState state, ClockId clock, Locale language) {
        var open = state.clock(clock);
        if (open.runs() == 0) {
            return List.of();
        }
        return deadlines.why(index(clock), run(open), language);
    }

    /**
     * Open clocks that end otherwise under this procedure than when they were last reckoned, as after a new holiday.
     *
     * @return the new deadlines, by clock
     */
    public Map<ClockId, Deadline> changed(CaseState state) {
        var changed = new LinkedHashMap<ClockId, Deadline>();
        state.openClocks().forEach((id, clock) -> {
            var deadline = deadlines.of(index(id), run(clock));
            if (!deadline.equals(clock.deadline())) {
                changed.put(id, deadline);
            }
        });
        return changed;
    }

    private static Deadlines.Run run(ClockState clock) {
        return new Deadlines.Run(
                clock.limit(), clock.span(), clock.startedAt(), ClockEffects.closedPauses(clock), clock.extensions());
    }

    List<CompiledClock> libertyClocks() {
        return libertyClocks;
    }

    @Nullable
    CompiledStep find(StepId step) {
        return steps.get(step);
    }

    Iterable<CompiledStep> steps() {
        return steps.values();
    }

    CompiledStep step(StepId step) {
        var found = steps.get(step);
        if (found == null) {
            throw new IllegalArgumentException(pack.id() + " has no step " + step);
        }
        return found;
    }

    int index(StepId step) {
        return step(step).index();
    }

    int index(ClockId clock) {
        var found = clocks.get(clock);
        if (found == null) {
            throw new IllegalArgumentException(pack.id() + " has no clock " + clock);
        }
        return found.index();
    }

    int factIndex(String fact) {
        var found = facts.get(fact);
        if (found == null) {
            throw new IllegalArgumentException(pack.id() + " has no fact " + fact);
        }
        return found;
    }
}
