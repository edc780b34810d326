package org.openbeat.engine.procedure.pack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public or a party is told after a step.
 *
 * @param to public, or a party: reporter, victim, suspect, family
 * @param kind basis, procedure or outcome
 * @param after the step that it follows; a deferral keeps a reason, an author and a date of review (I8)
 * @param redact what is taken out before anybody sees it; at least one rule, or a reason why none is needed
 * @param reviewDays after how many days a deferral is looked at again
 */
public record Disclosure(
        String name,
        LocalText text,
        String to,
        String kind,
        StepId after,
        List<String> redact,
        List<String> reasonsToDefer,
        @Nullable AuthorityId deferredBy,
        int reviewDays,
        Basis basis) {
    public Disclosure {
        redact = List.copyOf(redact);
        reasonsToDefer = List.copyOf(reasonsToDefer);
    }
}
