package org.openbeat.engine.procedure;

import java.util.List;
import java.util.Set;
import org.openbeat.engine.procedure.cel.CelProgram;
import org.openbeat.engine.procedure.guard.GuardScope;
import org.openbeat.engine.procedure.pack.Requirement;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.clock.Extension;

/** A step with its names looked up and its guards compiled. */
record CompiledStep(
        Step step,
        int index,
        int[] any,
        int[] all,
        int[] none,
        int[] asks,
        Set<String> statable,
        List<Guarded> requirements,
        List<CompiledClock> ends,
        List<Standing> suspends,
        List<Standing> resumes,
        List<Longer> extensions,
        List<CompiledClock> starts) {

    record Guarded(Requirement requirement, CelProgram<GuardScope> program) {}

    /** A clock and which of its grounds. */
    record Standing(CompiledClock clock, int ground) {}

    /** A clock and which of its extensions. */
    record Longer(CompiledClock clock, int number, Extension extension) {}
}
