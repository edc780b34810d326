package org.openbeat.app.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.openbeat.app.access.SignIn.Outcome;
import org.openbeat.app.access.factors.Factor;
import org.openbeat.app.access.factors.SecondFactors;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.access.steps.PendingStep.Kind;
import org.openbeat.app.access.steps.PendingSteps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second step of signing in. Only who had the password comes here, so wrong codes of all browsers that the account
 * does not know are counted together: many addresses don't make many guesses. The account's own browsers are counted
 * each by itself, and recovery codes and passkeys need no count, so nobody is kept out by another's guesses.
 */
@Service
public class SecondStep {
    private static final String STRANGERS = "strangers";

    private final PendingSteps steps;
    private final Accounts accounts;
    private final Attempts attempts;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SecondStep(
            PendingSteps steps,
            Accounts accounts,
            Attempts attempts,
            SecondFactors factors,
            Entrance entrance,
            TransactionTemplate transactions,
            Clock clock) {
        this.steps = steps;
        this.accounts = accounts;
        this.attempts = attempts;
        this.factors = factors;
        this.entrance = entrance;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the step can be done with; empty when there is none to do, or no longer. */
    public Set<Factor> factors(String step) {
        return member(step).map(member -> factors.of(member.account())).orElse(Set.of());
    }

    /** Tries a code of the authenticator app. */
    public Outcome tryCode(String step, String code, SignIn.Source source) {
        var now = now();
        var member = member(step).orElse(null);
        if (member == null) {
            return new Outcome.Refused();
        }
        var tried = "code of " + member.userName();
        var counted = attempts.knownDevice(member.account(), source).orElse(STRANGERS);
        var wait = attempts.wait(tried, counted, now);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        if (!factors.acceptsCode(member.account(), code)) {
            attempts.failed(tried, counted, now);
            return new Outcome.Refused();
        }
        return transactions.execute(status -> {
            attempts.succeeded(tried, counted, now);
            return admit(step, member, source, new Session.Proof(now, "app", true));
        });
    }

    /** Tries a recovery code. */
    public Outcome tryRecoveryCode(String step, String code, SignIn.Source source) {
        var now = now();
        return transactions.execute(status -> member(step)
                .filter(member -> factors.acceptsRecoveryCode(member.actor(), code))
                .map(member -> admit(step, member, source, new Session.Proof(now, "recovery-code", true)))
                .orElseGet(Outcome.Refused::new));
    }

    /** A step is done once: of two browsers with the same one, the first comes in. */
    private Outcome admit(String step, StaffMember member, SignIn.Source source, Session.Proof proof) {
        return steps.take(Kind.SECOND_FACTOR, step).isPresent()
                ? entrance.admit(member, source, proof)
                : new Outcome.Refused();
    }

    private Optional<StaffMember> member(String step) {
        return steps.find(Kind.SECOND_FACTOR, step).map(PendingStep::state).flatMap(accounts::find);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
