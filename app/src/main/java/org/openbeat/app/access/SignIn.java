package org.openbeat.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.factors.SecondFactors;
import org.openbeat.app.access.steps.PendingStep;
import org.openbeat.app.access.steps.PendingSteps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets members of staff in. An unknown user name and a wrong password get the same answer after the same work. */
@Service
public class SignIn {

    /** What came of an attempt. */
    public sealed interface Outcome {

        /** Signed in; both tokens go to the browser and nowhere else. */
        record In(String session, String device, boolean mustChangePassword) implements Outcome {
            @Override
            public String toString() {
                return "In";
            }
        }

        /** The password was right, and the account has a second factor; the token is for its step. */
        record NotYet(String step) implements Outcome {
            @Override
            public String toString() {
                return "NotYet";
            }
        }

        record Refused() implements Outcome {}

        record Wait(Duration time) implements Outcome {}
    }

    /**
     * Where an attempt comes from.
     *
     * @param address the client's address
     * @param device the token of a known device, where the browser has one
     * @param client what the browser says of itself
     */
    public record Source(String address, @Nullable String device, String client) {}

    private final Accounts accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final PendingSteps steps;
    private final Entrance entrance;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Attempts attempts,
            Passwords passwords,
            SecondFactors factors,
            PendingSteps steps,
            Entrance entrance,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.factors = factors;
        this.steps = steps;
        this.entrance = entrance;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tries to sign in. The password is hashed outside any transaction: that is slow on purpose. */
    public Outcome attempt(String userName, String password, Source source) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var member = accounts.find(userName);
        var counted = counted(member, source);
        var wait = attempts.wait(userName, counted, now);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        var hash = member.map(StaffMember::passwordHash).orElse(passwords.nobody());
        if (!passwords.fits(password, hash) || member.isEmpty()) {
            attempts.failed(userName, counted, now);
            return new Outcome.Refused();
        }
        return transactions.execute(status -> goOn(member.get(), source, counted, now));
    }

    private String counted(Optional<StaffMember> member, Source source) {
        return member.flatMap(known -> attempts.knownDevice(known.account(), source))
                .orElse("address " + source.address());
    }

    private Outcome goOn(StaffMember member, Source source, String counted, Instant now) {
        attempts.succeeded(member.userName(), counted, now);
        if (factors.of(member.account()).isEmpty()) {
            return entrance.admit(member, source, new Session.Proof(now, "password", false));
        }
        var step = new PendingStep(member.account(), member.userName());
        return new Outcome.NotYet(steps.begin(PendingStep.Kind.SECOND_FACTOR, step));
    }
}
