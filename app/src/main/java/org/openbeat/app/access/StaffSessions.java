package org.openbeat.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.SessionEnded;
import org.openbeat.app.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in. Sessions stand in the database, so every server knows them and a crash ends none; the account is
 * read with each request, so that a change of roles or a closing holds at once.
 */
@Service
public class StaffSessions {
    /** How exactly the last use is known; writing it at every request would cost more than it tells. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final Sessions sessions;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StaffSessions(Sessions sessions, AccessSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Whose session this is; it counts as used now. */
    Optional<Sessions.Open> use(String token) {
        var now = now();
        var open = sessions.find(new Secret(token), startedAfter(now), seenAfter(now));
        open.map(Sessions.Open::session)
                .filter(session -> session.seenAt().isBefore(now.minus(EXACTNESS)))
                .ifPresent(session -> sessions.seen(session.id(), now));
        return open;
    }

    /** The actor's own open sessions, the last used first. */
    public List<Session> list(Actor actor) {
        var now = now();
        return sessions.of(AccountId.of(actor.id()), startedAfter(now), seenAfter(now));
    }

    /** Ends one of the actor's own sessions; another's is not touched. */
    @Transactional
    public void end(Actor actor, UUID session) {
        var account = AccountId.of(actor.id());
        if (sessions.end(account, session)) {
            events.publishEvent(new SessionEnded(account, actor, now()));
        }
    }

    /** Ends the actor's sessions but this one. */
    @Transactional
    public void endOthers(Actor actor, UUID kept) {
        var account = AccountId.of(actor.id());
        if (sessions.endOthers(account, kept) > 0) {
            events.publishEvent(new SessionEnded(account, actor, now()));
        }
    }

    /** Ends the session of this token, whoever it is; an unknown one changes nothing. */
    @Transactional
    public void signOut(String token) {
        var now = now();
        sessions.find(new Secret(token), startedAfter(now), seenAfter(now))
                .ifPresent(open -> end(open.member().actor(), open.session().id()));
    }

    private Instant startedAfter(Instant now) {
        return now.minus(settings.longest());
    }

    private Instant seenAfter(Instant now) {
        return now.minus(settings.idle());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
