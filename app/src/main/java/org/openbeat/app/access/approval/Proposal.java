package org.openbeat.app.access.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.ProposalId;

/**
 * A dangerous act with what became of it.
 *
 * @param proposerName how colleagues call who proposed it
 * @param decision who decided it, when and why; absent while it is open
 */
public record Proposal(
        ProposalId id,
        Act act,
        String reason,
        AccountId proposer,
        String proposerName,
        Instant proposedAt,
        Instant expiresAt,
        Status status,
        @Nullable Decision decision) {

    /** Where a proposal stands. Only an open one can still be executed. */
    public enum Status {
        OPEN,
        DONE,
        REFUSED,
        WITHDRAWN,
        EXPIRED,
        /** Done by one person, because nobody else could approve; oversight sees these. */
        ALONE
    }

    /** @param byName empty when time decided */
    public record Decision(@Nullable AccountId by, String byName, Instant at, String reason) {}

    /** Open and not overdue; nobody has to wait for the clean-up to be told that time is up. */
    public boolean isOpen(Instant now) {
        return status == Status.OPEN && now.isBefore(expiresAt);
    }
}
