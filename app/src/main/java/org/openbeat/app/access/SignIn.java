package org.openbeat.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.SignedIn;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets members of staff in. An unknown user name and a wrong password get the same answer after the same work. */
@Service
public class SignIn {
    private static final int SECRET_LENGTH = 40; // 198 bits

    /** What came of an attempt. */
    public sealed interface Outcome {

        /** Signed in; both tokens go to the browser and nowhere else. */
        record In(String session, String device, boolean mustChangePassword) implements Outcome {
            @Override
            public String toString() {
                return "In";
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
    private final Sessions sessions;
    private final SignInFailures failures;
    private final Passwords passwords;
    private final AccessSettings settings;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            SignInFailures failures,
            Passwords passwords,
            AccessSettings settings,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.passwords = passwords;
        this.settings = settings;
        this.identifiers = identifiers;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tries to sign in. The password is hashed outside any transaction: that is slow on purpose. */
    public Outcome attempt(String userName, String password, Source source) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var member = accounts.find(userName);
        var counted = counted(member, source);
        var wait = failures.find(userName, counted)
                .map(count -> SignInThrottle.wait(count, now))
                .orElse(Duration.ZERO);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        var hash = member.map(StaffMember::passwordHash).orElse(Passwords.NOBODY);
        if (!passwords.fits(password, hash) || member.isEmpty()) {
            failures.add(userName, counted, now);
            return new Outcome.Refused();
        }
        return transactions.execute(status -> letIn(member.get(), source, counted, now));
    }

    /** A browser that signed in to this account before is counted by itself, whoever else is at its address. */
    private String counted(Optional<StaffMember> member, Source source) {
        var device = source.device();
        if (device != null && member.isPresent() && sessions.knows(member.get().account(), new Secret(device))) {
            return "device " + java.util.HexFormat.of().formatHex(new Secret(device).hash());
        }
        return "address " + source.address();
    }

    private Outcome letIn(StaffMember member, Source source, String counted, Instant now) {
        failures.clear(member.userName(), counted);
        failures.clearBefore(now.minus(SignInThrottle.MEMORY));
        sessions.clear(now.minus(settings.longest()), now.minus(settings.idle()));
        var token = new Secret(identifiers.secret(SECRET_LENGTH));
        var proof = new Session.Proof(now, "password", false);
        var session = new Session(identifiers.next(), now, now, shortened(source.client()), proof);
        sessions.add(session, token, member.account());
        var device = new Secret(source.device() != null ? source.device() : identifiers.secret(SECRET_LENGTH));
        sessions.remember(member.account(), device, now);
        events.publishEvent(new SignedIn(member.account(), member.actor(), now));
        return new Outcome.In(token.value(), device.value(), member.mustChangePassword());
    }

    private static String shortened(String client) {
        return client.length() > 200 ? client.substring(0, 200) : client;
    }
}
