package org.openbeat.engine.procedure.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.clock.ClockId;

/**
 * One act of a procedure.
 *
 * @param stage the part of the procedure that it belongs to, for pages
 * @param actors who may take it; one of them does
 * @param approval whose approval it needs before; null: nobody's
 * @param asks facts that must be stated with it, unless they are known
 * @param may facts that may be stated with it
 * @param extensions the extensions that it grants
 * @param papers what is written, by name
 * @param closes whether the case is at its end with it
 * @param enters the procedure that begins with it; null: none
 */
public record Step(
        StepId id,
        LocalText title,
        String stage,
        List<AuthorityId> actors,
        @Nullable AuthorityId approval,
        Order order,
        List<String> asks,
        List<String> may,
        List<Requirement> requirements,
        Effect effect,
        List<ExtensionRef> extensions,
        List<String> papers,
        boolean closes,
        @Nullable PackId enters,
        Basis basis) {
    public Step {
        actors = List.copyOf(actors);
        asks = List.copyOf(asks);
        may = List.copyOf(may);
        requirements = List.copyOf(requirements);
        extensions = List.copyOf(extensions);
        papers = List.copyOf(papers);
    }

    /** An extension of a clock, by name. */
    public record ExtensionRef(ClockId clock, String extension) {}
}
