package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A dangerous act went a step on its way between two persons. What it does to its subject is an event of its own.
 *
 * @param kind kind of the act, such as {@code role-change}
 * @param about the thing that the act is done to
 */
public record DangerousActMoved(ProposalId proposal, Step step, String kind, Subject about, Actor actor, Instant at)
        implements Recordable {

    /** The steps. */
    public enum Step {
        PROPOSED,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        EXPIRED,
        /** Done by one person, because nobody else may approve yet. */
        DONE_ALONE
    }

    @Override
    public String action() {
        return "access.act-" + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Subject subject() {
        return new Subject("proposal", proposal.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("kind", kind, "aboutKind", about.kind(), "about", about.id());
    }
}
