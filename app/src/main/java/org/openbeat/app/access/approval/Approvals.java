package org.openbeat.app.access.approval;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.DangerousActMoved;
import org.openbeat.app.access.events.DangerousActMoved.Step;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.database.WiderScope;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one mechanism for acts that take two persons. Whoever approves is another person than the proposer and than the
 * person concerned, by account and not by role, and is judged by the roles that both hold at the moment of the approval.
 */
@Service
@EnableConfigurationProperties(ApprovalSettings.class)
public class Approvals {
    private static final int LONGEST_REASON = 2_000;
    private static final int MOST_DECIDED = 100;

    private final Proposals proposals;
    private final SecondPerson second;
    private final WiderScope scope;
    private final ApprovalSettings settings;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            Proposals proposals,
            SecondPerson second,
            WiderScope scope,
            ApprovalSettings settings,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.second = second;
        this.scope = scope;
        this.settings = settings;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Proposes a dangerous act.
     *
     * @throws Refusal when the actor may not, gives no reason, or such an act on the same thing is open already
     */
    @Transactional
    public ProposalId propose(Actor actor, Act act, String reason) {
        requireReason(reason);
        require(second.kind(act).mayPropose(actor, act), "approval-not-yours");
        var now = now();
        proposals
                .openOn(act.kind(), act.subject())
                .flatMap(proposals::lock)
                .filter(open -> !open.isOpen(now))
                .ifPresent(overdue -> expire(overdue, now));
        var proposal = proposal(actor, act, reason, Proposal.Status.OPEN, now);
        try {
            proposals.add(proposal, second.kind(act).restsOn(act));
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "approval-open-already");
        }
        announce(proposal, Step.PROPOSED, actor, now);
        return proposal.id();
    }

    /**
     * Approves an act and executes it, once: the same person's second click changes nothing, another's is refused.
     *
     * @throws Refusal when the actor is no second person, time is up, or what the act rests on has changed
     */
    @Transactional
    public void approve(Actor actor, ProposalId id) {
        var proposal = locked(id);
        var approver = SecondPerson.account(actor);
        if (isDoneBy(proposal, approver)) {
            return;
        }
        var now = now();
        requireOpen(proposal, now);
        var kind = second.kind(proposal.act());
        var present = current(approver);
        second.require(proposal, present);
        var proposer = proposals
                .staff(proposal.proposer())
                .filter(who -> kind.mayPropose(who, proposal.act()))
                .orElseThrow(() -> new Refusal(Refusal.Kind.CONFLICT, "approval-proposer-gone"));
        if (!kind.restsOn(proposal.act()).equals(proposals.restedOn(id))) {
            throw new Refusal(Refusal.Kind.CONFLICT, "approval-outdated");
        }
        proposals.decide(id, Proposal.Status.DONE, approver, now, "");
        announce(proposal, Step.APPROVED, present, now);
        kind.execute(proposal.act(), proposer, present);
    }

    /** Refuses an act, with a reason that its proposer reads. */
    @Transactional
    public void refuse(Actor actor, ProposalId id, String reason) {
        requireReason(reason);
        var proposal = locked(id);
        var now = now();
        requireOpen(proposal, now);
        var present = current(SecondPerson.account(actor));
        second.require(proposal, present);
        proposals.decide(id, Proposal.Status.REFUSED, SecondPerson.account(actor), now, reason.strip());
        announce(proposal, Step.REFUSED, present, now);
    }

    /** Takes back one's own proposal. */
    @Transactional
    public void withdraw(Actor actor, ProposalId id) {
        var proposal = locked(id);
        var now = now();
        require(proposal.proposer().equals(SecondPerson.account(actor)), "approval-not-yours");
        requireOpen(proposal, now);
        proposals.decide(id, Proposal.Status.WITHDRAWN, SecondPerson.account(actor), now, "");
        announce(proposal, Step.WITHDRAWN, actor, now);
    }

    /** Ends every proposal whose time is up. */
    @Transactional
    @SystemScope("time ends proposals of every agency, and whoever hears of it has rows anywhere")
    public void expire() {
        var now = now();
        proposals.overdue(now).stream()
                .flatMap(id -> proposals.lock(id).stream())
                .filter(proposal -> proposal.status() == Proposal.Status.OPEN)
                .forEach(proposal -> expire(proposal, now));
    }

    /**
     * Whether there is nobody in the whole installation who could be the second person, as on the first day: one
     * administrator, and no one else who may approve.
     */
    public boolean isAlone(Actor actor, Act act) {
        return second.isMissing(actor, act);
    }

    /** Writes down, for oversight too, that the caller does by itself what would take two. */
    @Transactional
    public ProposalId doneAlone(Actor actor, Act act, String reason) {
        if (!isAlone(actor, act) || !second.kind(act).mayPropose(actor, act)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "approval-not-yours");
        }
        var now = now();
        var proposal = proposal(actor, act, reason, Proposal.Status.ALONE, now);
        proposals.add(proposal, second.kind(act).restsOn(act));
        announce(proposal, Step.DONE_ALONE, actor, now);
        return proposal.id();
    }

    /**
     * A proposal that the actor made, may decide or oversees.
     *
     * @throws Refusal {@code not-found} for every other
     */
    public Proposal get(Actor actor, ProposalId id) {
        return proposals.find(id).filter(found -> second.sees(actor, found)).orElseThrow(Approvals::notFound);
    }

    /** What the actor may see: those that are open first, the soonest to expire on top, then the newest decided. */
    public List<Proposal> visible(Actor actor) {
        return Stream.concat(proposals.open().stream(), proposals.decided(MOST_DECIDED).stream())
                .filter(proposal -> second.sees(actor, proposal))
                .toList();
    }

    /** Whether the actor could approve it now, as far as persons and roles go. */
    public boolean mayDecide(Actor actor, Proposal proposal) {
        return proposal.isOpen(clock.instant()) && second.refusal(proposal, actor) == null;
    }

    /** What exactly would happen. */
    @SystemScope("counts what an act would change, also where whoever decides does not look")
    public List<String> effects(Proposal proposal, Locale language) {
        return second.kind(proposal.act()).effects(proposal.act(), language);
    }

    private void expire(Proposal proposal, Instant now) {
        proposals.decide(proposal.id(), Proposal.Status.EXPIRED, null, now, "");
        announce(proposal, Step.EXPIRED, Actor.SYSTEM, now);
    }

    private static boolean isDoneBy(Proposal proposal, AccountId approver) {
        var decision = proposal.decision();
        return proposal.status() == Proposal.Status.DONE && decision != null && approver.equals(decision.by());
    }

    private Proposal locked(ProposalId id) {
        return proposals.lock(id).orElseThrow(Approvals::notFound);
    }

    private static void requireOpen(Proposal proposal, Instant now) {
        if (!proposal.isOpen(now)) {
            var late = proposal.status() == Proposal.Status.OPEN || proposal.status() == Proposal.Status.EXPIRED;
            throw new Refusal(Refusal.Kind.CONFLICT, late ? "approval-expired" : "approval-decided");
        }
    }

    private Actor current(AccountId account) {
        return proposals.staff(account).orElseThrow(() -> new Refusal(Refusal.Kind.FORBIDDEN, "approval-not-yours"));
    }

    private static void require(boolean allowed, String refusal) {
        if (!allowed) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, refusal);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Kind.INVALID, "reason-missing", LONGEST_REASON);
        }
    }

    private static Refusal notFound() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "not-found");
    }

    private Proposal proposal(Actor actor, Act act, String reason, Proposal.Status status, Instant now) {
        return new Proposal(
                new ProposalId(identifiers.next()),
                act,
                reason.strip(),
                SecondPerson.account(actor),
                actor.name(),
                now,
                now.plus(settings.expiry()),
                status,
                null);
    }

    private void announce(Proposal proposal, Step step, Actor actor, Instant at) {
        scope.untilCommit(
                "both locks let the person in; an act and who hears of it reach further than one person sees");
        var act = proposal.act();
        events.publishEvent(new DangerousActMoved(proposal.id(), step, act.kind(), act.subject(), actor, at));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
