package org.openbeat.app.access.approval;

import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may be the second person of an act, and who may see it. */
@Component
class SecondPerson {
    private final Proposals proposals;
    private final ObjectProvider<DangerousAct> kinds;
    private final ApprovalSettings settings;

    SecondPerson(Proposals proposals, ObjectProvider<DangerousAct> kinds, ApprovalSettings settings) {
        this.proposals = proposals;
        this.kinds = kinds;
        this.settings = settings;
    }

    /** The kind of an act; asked late, since kinds are beans of modules that themselves propose. */
    DangerousAct kind(Act act) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(act.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no dangerous act is called " + act.kind()));
    }

    static AccountId account(Actor actor) {
        if (actor.kind() != Actor.Kind.STAFF) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "approval-not-yours");
        }
        return AccountId.of(actor.id());
    }

    void require(Proposal proposal, Actor approver) {
        var refusal = refusal(proposal, approver);
        if (refusal != null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, refusal);
        }
    }

    /** Why the actor is not the second person; null when they are. */
    @Nullable
    String refusal(Proposal proposal, Actor actor) {
        var account = account(actor);
        var kind = kind(proposal.act());
        if (account.equals(proposal.proposer())) {
            return "approval-own";
        }
        if (kind.concerned(proposal.act()).filter(account::equals).isPresent()) {
            return "approval-concerned";
        }
        if (!kind.mayApprove(actor, proposal.act())) {
            return "approval-not-yours";
        }
        var since = proposal.proposedAt().minus(settings.distance());
        return proposals.handledBetween(account, proposal.proposer(), since) ? "approval-too-close" : null;
    }

    boolean sees(Actor actor, Proposal proposal) {
        var act = proposal.act();
        var agency = actor.agency();
        return proposal.proposer().toString().equals(actor.id())
                || kind(act).mayApprove(actor, act)
                || (actor.has(Role.OVERSIGHT) && agency != null && act.agency().isWithin(agency));
    }

    /** Nobody with an account could be the second person. */
    boolean isMissing(Actor proposer, Act act) {
        var kind = kind(act);
        return proposals.staff().stream()
                .filter(other -> !other.id().equals(proposer.id()))
                .noneMatch(other -> kind.mayApprove(other, act));
    }
}
