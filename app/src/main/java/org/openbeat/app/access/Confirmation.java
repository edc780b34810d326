package org.openbeat.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.openbeat.app.access.events.SignInConfirmed;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets those who are signed in prove again that it is still they who sit there: see {@link RecentSignIn}. */
@Service
@EnableConfigurationProperties(SignInSettings.class)
public class Confirmation {

    /** What came of an attempt. */
    public sealed interface Outcome {

        record Confirmed() implements Outcome {}

        record Refused() implements Outcome {}

        record Wait(Duration time) implements Outcome {}
    }

    private final StaffSessions staff;
    private final Sessions sessions;
    private final SignInFailures failures;
    private final Passwords passwords;
    private final SignInSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Confirmation(
            StaffSessions staff,
            Sessions sessions,
            SignInFailures failures,
            Passwords passwords,
            SignInSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.staff = staff;
        this.sessions = sessions;
        this.failures = failures;
        this.passwords = passwords;
        this.settings = settings;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the person of this session proved who they are a short while ago. */
    public boolean isRecent(Session session) {
        return session.proof().at().isAfter(now().minus(settings.recent()));
    }

    /** Tries to confirm the session of this token. Guesses are counted by session: they keep nobody else out. */
    public Outcome confirm(String token, String password) {
        var now = now();
        var open = staff.use(token).orElse(null);
        if (open == null) {
            return new Outcome.Refused();
        }
        var member = open.member();
        var counted = "session " + open.session().id();
        var wait = failures.find(member.userName(), counted)
                .map(count -> SignInThrottle.wait(count, now))
                .orElse(Duration.ZERO);
        if (!wait.isZero()) {
            return new Outcome.Wait(wait);
        }
        if (!passwords.fits(password, member.passwordHash())) {
            failures.add(member.userName(), counted, now);
            return new Outcome.Refused();
        }
        transactions.executeWithoutResult(status -> {
            failures.clear(member.userName(), counted);
            confirmed(open, "password", now);
        });
        return new Outcome.Confirmed();
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
