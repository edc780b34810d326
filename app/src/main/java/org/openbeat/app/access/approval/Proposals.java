package org.openbeat.app.access.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;

/** The store of proposals, and what the two-person rule must know of accounts. */
interface Proposals {

    /** Fails when an act of the kind on the same thing is open already. */
    void add(Proposal proposal, String restsOn);

    Optional<Proposal> find(ProposalId id);

    /** The same, held until the transaction ends: others who decide wait. */
    Optional<Proposal> lock(ProposalId id);

    String restedOn(ProposalId id);

    void decide(ProposalId id, Proposal.Status status, @Nullable AccountId by, Instant at, String reason);

    /** Open ones, the soonest to expire first. */
    List<Proposal> open();

    /** Decided ones, the newest first. */
    List<Proposal> decided(int most);

    Optional<ProposalId> openOn(String kind, Subject subject);

    List<ProposalId> overdue(Instant now);

    /** An open account as its holder acts now. */
    Optional<Actor> staff(AccountId account);

    List<Actor> staff();

    void handled(AccountId account, AccountId handler, Instant at);

    /** Whether one of the two had the other's account in hand after the instant. */
    boolean handledBetween(AccountId one, AccountId other, Instant after);
}
