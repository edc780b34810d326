package org.openbeat.app.access;

import org.openbeat.app.access.events.SignedIn;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a session for somebody who has proved who they are, in whatever way. */
@Component
class Entrance {
    private static final int SECRET_LENGTH = 40; // 198 bits
    private static final int LONGEST_CLIENT = 200;

    private final Sessions sessions;
    private final AccessSettings settings;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;

    Entrance(Sessions sessions, AccessSettings settings, Identifiers identifiers, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.settings = settings;
        this.identifiers = identifiers;
        this.events = events;
    }

    @Transactional
    public SignIn.Outcome.In admit(StaffMember member, SignIn.Source source, Session.Proof proof) {
        var now = proof.at();
        sessions.clear(now.minus(settings.longest()), now.minus(settings.idle()));
        var token = new Secret(identifiers.secret(SECRET_LENGTH));
        var session = new Session(identifiers.next(), now, now, shortened(source.client()), proof);
        sessions.add(session, token, member.account());
        var device = new Secret(source.device() != null ? source.device() : identifiers.secret(SECRET_LENGTH));
        sessions.remember(member.account(), device, now);
        events.publishEvent(new SignedIn(member.account(), proof.means(), member.actor(), now));
        return new SignIn.Outcome.In(token.value(), device.value(), member.mustChangePassword());
    }

    private static String shortened(String client) {
        return client.length() > LONGEST_CLIENT ? client.substring(0, LONGEST_CLIENT) : client;
    }
}
