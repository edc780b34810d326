package org.openbeat.app.access;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.approval.Approvals;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.AccountRecovered;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.access.events.RecoveryPartShown;
import org.openbeat.app.access.factors.SecondFactors;
import org.openbeat.app.access.passkeys.Passkeys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets somebody who lost password or second factor start anew. One asks, another approves, each of them hands one part of
 * a code over in person, and the holder enters both within a short time. Nothing of the account changes before that.
 */
@Service
public class Recoveries {
    private static final int PART_LENGTH = 12; // 59 bits each; one who has a part and guesses the other is slowed down.

    private final JdbcRecoveries store;
    private final StaffAccounts staff;
    private final Accounts accounts;
    private final Approvals approvals;
    private final AccountRecovery kind;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Recoveries(
            JdbcRecoveries store,
            StaffAccounts staff,
            Accounts accounts,
            Approvals approvals,
            AccountRecovery kind,
            Attempts attempts,
            Passwords passwords,
            Sessions sessions,
            SecondFactors factors,
            Passkeys passkeys,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.staff = staff;
        this.accounts = accounts;
        this.approvals = approvals;
        this.kind = kind;
        this.attempts = attempts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.factors = factors;
        this.passkeys = passkeys;
        this.identifiers = identifiers;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One that waits, as those who handle it see it. */
    public record Waiting(AccountId account, String name, Instant expiresAt, boolean partOwed) {}

    /**
     * Asks for a recovery. Where nobody else could approve it, as on the first day, it happens at once and oversight sees
     * that.
     *
     * @return the proposal that waits for a second person, if there is one
     */
    @Transactional
    public Optional<ProposalId> propose(Actor actor, AccountId id, String reason) {
        var account = staff.get(actor, id);
        var act = AccountRecovery.of(account);
        if (!approvals.isAlone(actor, act)) {
            return Optional.of(approvals.propose(actor, act, reason));
        }
        approvals.doneAlone(actor, act, reason);
        kind.execute(act, actor, actor);
        return Optional.empty();
    }

    /** Those that the actor asked for or approved, and that still wait. */
    public List<Waiting> handledBy(Actor actor) {
        var who = AccountId.of(actor.id());
        return store.handledBy(who, now()).stream()
                .map(recovery -> new Waiting(
                        recovery.account(),
                        accounts.find(recovery.account()).map(Account::name).orElse(""),
                        recovery.expiresAt(),
                        recovery.owesPartTo(who)))
                .toList();
    }

    /**
     * The actor's part of the code, shown once and kept nowhere.
     *
     * @throws Refusal {@code not-found} when no part is owed to the actor
     */
    @Transactional
    public String showPart(Actor actor, AccountId account) {
        var who = AccountId.of(actor.id());
        var now = now();
        var recovery = store.lock(account, now)
                .filter(found -> found.owesPartTo(who))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "not-found"));
        var part = identifiers.secret(PART_LENGTH);
        if (recovery.proposer().equals(who) && recovery.first() == null) {
            store.setFirst(account, Sha256.of(part));
        } else {
            store.setSecond(account, Sha256.of(part));
        }
        events.publishEvent(new RecoveryPartShown(account, actor, now));
        return part.replaceAll("(.{4})(?=.)", "$1-");
    }

    /**
     * The holder enters both parts and a new password; what was lost, and every session, ends.
     *
     * @throws Refusal {@code recovery-refused}, {@code too-many-requests}, or one of the rules for passwords
     */
    public void recover(String userName, String first, String second, String wanted, SignIn.Source source) {
        var now = now();
        var tried = "recovery of " + userName;
        var counted = "address " + source.address();
        var wait = attempts.wait(tried, counted, now);
        if (wait.compareTo(Duration.ZERO) > 0) {
            throw new Refusal(Refusal.Kind.TOO_MANY, "too-many-requests", wait.toSeconds() + 1);
        }
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> accounts.find(userName)
                .filter(member -> fits(member, first, second, now))
                .map(member -> {
                    PasswordRules.require(wanted, member.userName(), member.name());
                    startAnew(member, wanted, now);
                    return true;
                })
                .orElse(false)));
        if (!done) {
            attempts.failed(tried, counted, now);
            throw new Refusal(Refusal.Kind.INVALID, "recovery-refused");
        }
    }

    private boolean fits(StaffMember member, String first, String second, Instant now) {
        var recovery = store.lock(member.account(), now).orElse(null);
        if (recovery == null) {
            return false;
        }
        return (same(first, recovery.first()) && same(second, recovery.second()))
                || (same(second, recovery.first()) && same(first, recovery.second()));
    }

    private void startAnew(StaffMember member, String wanted, Instant now) {
        var actor = member.actor();
        accounts.setPassword(member.account(), passwords.hash(wanted), false, now);
        factors.removeApp(member.account(), actor);
        passkeys.of(member.account()).forEach(passkey -> passkeys.remove(member.account(), passkey.id(), actor));
        sessions.endAll(member.account());
        store.remove(member.account());
        events.publishEvent(new AccountRecovered(member.account(), actor, now));
    }

    private static boolean same(String typed, byte @Nullable [] hash) {
        var plain = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return hash != null && MessageDigest.isEqual(Sha256.of(plain), hash);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
