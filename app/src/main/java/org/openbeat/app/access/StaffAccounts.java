package org.openbeat.app.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.access.events.AccountChanged;
import org.openbeat.app.access.events.AccountClosed;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.PasswordChanged;
import org.openbeat.app.access.events.PasswordReset;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with the accounts of their agency and below it, and everyone with their own password. Nobody
 * changes their own roles or closes their own account, so an administrator always remains.
 */
@Service
public class StaffAccounts {
    private static final int PAGE = 25;
    /** 80 bits, in letters that are hard to confuse on paper. */
    private static final int ONE_TIME_LENGTH = 16;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Access access;
    private final Approvals approvals;
    private final Passwords passwords;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffAccounts(
            Accounts accounts,
            Sessions sessions,
            Access access,
            Approvals approvals,
            Passwords passwords,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.access = access;
        this.approvals = approvals;
        this.passwords = passwords;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** Accounts that the administrator may see, 25 a page; the words are sought in names and user names. */
    public Page<Account> search(Actor actor, String words, int page) {
        return accounts.search(agencyOf(actor), words, Math.max(1, page), PAGE);
    }

    /**
     * One account.
     *
     * @throws Refusal when there is no such account, or it is none of the administrator's agency
     */
    public Account get(Actor actor, AccountId id) {
        return accounts.find(id)
                .filter(account -> account.agency().isWithin(agencyOf(actor)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "not-found"));
    }

    /**
     * Opens an account; one with a powerful role is proposed, unless nobody is there yet who could approve it.
     *
     * @param reason why; needed for a powerful role alone
     */
    @Transactional
    public Opening open(Actor actor, String userName, String name, AgencyId agency, Set<Role> roles, String reason) {
        requireWithin(actor, agency);
        if (AccountActs.isPowerful(roles)) {
            requireFree(userName);
            var act = AccountOpening.of(userName, name, agency, roles);
            if (!approvals.isAlone(actor, act)) {
                return new Opening.Proposed(approvals.propose(actor, act, reason));
            }
            approvals.doneAlone(actor, act, reason);
        }
        return new Opening.Opened(openNow(actor, userName, name, agency, roles));
    }

    private void requireFree(String userName) {
        if (accounts.find(userName).isPresent()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "user-name-taken");
        }
    }

    private OneTimePassword openNow(Actor actor, String userName, String name, AgencyId agency, Set<Role> roles) {
        var password = identifiers.secret(ONE_TIME_LENGTH);
        try {
            var opened = access.openWithOneTimePassword(actor, new NewAccount(userName, name, password, agency, roles));
            return new OneTimePassword(AccountId.of(opened.id()), userName, password);
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "user-name-taken");
        }
    }

    /**
     * Changes an account: its name at once, its roles or agency once another person has approved.
     *
     * @param reason why; needed for roles and agency alone
     * @return the proposal that now waits, if there is one
     */
    @Transactional
    public Optional<ProposalId> change(
            Actor actor, AccountId id, String name, AgencyId agency, Set<Role> roles, String reason) {
        requireOther(actor, id);
        var account = get(actor, id);
        requireWithin(actor, agency);
        if (!account.agency().equals(agency) || !account.roles().equals(roles)) {
            return Optional.of(approvals.propose(actor, RoleChange.of(account, name, agency, roles), reason));
        }
        accounts.change(id, name, agency, roles);
        var sorted = roles.stream().map(Role::name).sorted().toList();
        events.publishEvent(new AccountChanged(id, agency, sorted, actor, now()));
        return Optional.empty();
    }

    /**
     * Closes an account and ends its sessions; one with a powerful role, once another person has approved. Closing a
     * closed one changes nothing.
     *
     * @param reason why; needed for a powerful role alone
     * @return the proposal that now waits, if there is one
     */
    @Transactional
    public Optional<ProposalId> close(Actor actor, AccountId id, String reason) {
        requireOther(actor, id);
        var account = get(actor, id);
        if (account.isOpen() && AccountActs.isPowerful(account.roles())) {
            return Optional.of(approvals.propose(actor, AccountClosing.of(account), reason));
        }
        if (account.isOpen()) {
            var now = now();
            accounts.close(id, now);
            sessions.endAll(id);
            events.publishEvent(new AccountClosed(id, actor, now));
        }
        return Optional.empty();
    }

    /**
     * Sets a one-time password, as long as the account's holder has not chosen one of their own. Later that would let
     * one person act as another: it takes two, see {@link Recoveries}.
     *
     * @throws Refusal {@code recovery-takes-two} when the holder has a password
     */
    @Transactional
    public OneTimePassword resetPassword(Actor actor, AccountId id) {
        requireOther(actor, id);
        var account = get(actor, id);
        if (!account.mustChangePassword()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "recovery-takes-two");
        }
        var now = now();
        var password = identifiers.secret(ONE_TIME_LENGTH);
        accounts.setPassword(id, passwords.hash(password), true, now);
        sessions.endAll(id);
        events.publishEvent(new PasswordReset(id, actor, now));
        return new OneTimePassword(id, account.userName(), password);
    }

    /** Shuts an account out at once: its sessions end and its password opens nothing until it is recovered. */
    @Transactional
    public void shutOut(Actor actor, AccountId id) {
        requireOther(actor, id);
        get(actor, id);
        var now = now();
        accounts.setPassword(id, passwords.nobody(), false, now);
        sessions.endAll(id);
        events.publishEvent(new PasswordReset(id, actor, now));
    }

    /**
     * Sets a password of one's own and ends one's other sessions with it; the caller signs in again.
     *
     * @throws Refusal {@code password-wrong}, {@code password-same}, or one of the rules for passwords
     */
    @Transactional
    public void changePassword(Actor actor, String current, String wanted) {
        var account = accounts.find(AccountId.of(actor.id())).orElseThrow();
        var member = accounts.find(account.userName()).orElseThrow();
        if (!passwords.fits(current, member.passwordHash())) {
            throw new Refusal(Refusal.Kind.INVALID, "password-wrong");
        }
        if (current.equals(wanted)) {
            throw new Refusal(Refusal.Kind.INVALID, "password-same");
        }
        PasswordRules.require(wanted, member.userName(), member.name());
        var now = now();
        accounts.setPassword(member.account(), passwords.hash(wanted), false, now);
        sessions.endAll(member.account());
        events.publishEvent(new PasswordChanged(member.account(), actor, now));
    }

    private static AgencyId agencyOf(Actor actor) {
        var agency = actor.agency();
        if (agency == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "forbidden");
        }
        return agency;
    }

    private static void requireWithin(Actor actor, AgencyId agency) {
        if (!agency.isWithin(agencyOf(actor))) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-elsewhere");
        }
    }

    private static void requireOther(Actor actor, AccountId id) {
        if (actor.id().equals(id.toString())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "own-account");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
