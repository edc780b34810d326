package org.openbeat.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.SignInConfirmed;
import org.openbeat.app.access.factors.Factor;
import org.openbeat.app.access.factors.SecondFactors;
import org.openbeat.app.access.passkeys.Passkeys;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets those who are signed in prove again that it is still they who sit there: see {@link RecentSignIn}. */
@Service
public class Confirmation {

    /** What came of an attempt. */
    public sealed interface Outcome {

        record Confirmed() implements Outcome {}

        record Refused() implements Outcome {}

        record Wait(Duration time) implements Outcome {}
    }

    private final StaffSessions staff;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SignInSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Confirmation(
            StaffSessions staff,
            Sessions sessions,
            Attempts attempts,
            Passwords passwords,
            SecondFactors factors,
            Passkeys passkeys,
            SignInSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.attempts = attempts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the person of this session proved who they are a short while ago. */
    public boolean isRecent(Session session) {
        return session.proof().at().isAfter(now().minus(settings.recent()));
    }

    /** What the actor can confirm it with: an app's code is asked for beside the password, a passkey in its place. */
    public Set<Factor> factors(Actor actor) {
        return factors.of(AccountId.of(actor.id()));
    }

    /**
     * Tries to confirm the session of this token. Guesses are counted by session: they keep nobody else out.
     *
     * @param code of the authenticator app; ignored where the account has none
     */
    public Outcome confirm(String token, String password, String code) {
        var now = now();
        var open = staff.use(token).orElse(null);
        if (open == null) {
            return new Outcome.Refused();
        }
        var tried = "confirmation of " + open.member().userName();
        var counted = "session " + open.session().id();
        var wait = attempts.wait(tried, counted, now);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        var means = proved(open.member(), password, code);
        if (means.isEmpty()) {
            attempts.failed(tried, counted, now);
            return new Outcome.Refused();
        }
        transactions.executeWithoutResult(status -> {
            attempts.succeeded(tried, counted, now);
            confirmed(open, means, now);
        });
        return new Outcome.Confirmed();
    }

    /**
     * Confirms the session of this token by a passkey of the same account.
     *
     * @throws Refusal {@code passkey-refused}
     */
    public void confirmByPasskey(String token, String step, String credential) {
        var open = staff.use(token).orElseThrow(Confirmation::refused);
        transactions.executeWithoutResult(status -> {
            if (!passkeys.verify(step, credential)
                    .account()
                    .equals(open.member().account())) {
                throw refused();
            }
            confirmed(open, PasskeySignIn.MEANS, now());
        });
    }

    private static Refusal refused() {
        return new Refusal(Refusal.Kind.INVALID, "passkey-refused");
    }

    /** What was shown, or an empty text when that is not enough. */
    private String proved(StaffMember member, String password, String code) {
        if (!passwords.fits(password, member.passwordHash())) {
            return "";
        }
        if (!factors(member.actor()).contains(Factor.APP)) {
            return "password";
        }
        return factors.acceptsCode(member.account(), code) ? "app" : "";
    }

    private void confirmed(Sessions.Open open, String means, Instant now) {
        sessions.confirmed(open.session().id(), now);
        events.publishEvent(new SignInConfirmed(
                open.member().account(), means, open.member().actor(), now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
