package org.openbeat.engine.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.cel.CelProgram;
import org.openbeat.engine.procedure.guard.GuardScope;
import org.openbeat.engine.procedure.pack.clock.ClockRule;
import org.openbeat.engine.procedure.pack.clock.Span;

/**
 * A clock with its guards compiled.
 *
 * @param origin the step from whose time it counts; -1: the one that starts it
 * @param onlyIf what must hold for it to start; null: nothing
 * @param limits the guard of each limit; null: it always holds
 * @param granted the number of the fact that names a shorter length, for each limit; -1: none
 */
record CompiledClock(
        ClockRule rule,
        int index,
        int origin,
        @Nullable CelProgram<GuardScope> onlyIf,
        List<@Nullable CelProgram<GuardScope>> limits,
        int[] granted) {
    /** The last limit whose guard holds; a guard that can't be told does not hold, so missing data lengthens nothing. */
    int limit(GuardScope scope) {
        for (var limit = limits.size() - 1; limit > 0; limit--) {
            var guard = limits.get(limit);
            if (guard == null || guard.holds(scope)) {
                return limit;
            }
        }
        return 0;
    }

    /** The length of the limit, or the shorter one that somebody granted. */
    Span span(int limit, GuardScope scope) {
        var most = rule.limits().get(limit).span();
        if (granted[limit] >= 0
                && scope.fact(granted[limit]) instanceof Long length
                && length > 0
                && length < most.length()) {
            return new Span(length, most.unit());
        }
        return most;
    }
}
