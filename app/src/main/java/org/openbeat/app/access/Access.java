package org.openbeat.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountOpened;
import org.openbeat.app.access.events.AgencyAdded;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of agencies and who works in them. */
@Service
public class Access {
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Access(
            Accounts accounts,
            PasswordEncoder passwords,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** Adds an agency below the one that its id names before the last '/'; an id without '/' begins a tree. */
    @Transactional
    public void addAgency(Actor actor, AgencyId agency, String name, @Nullable String nameZh) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        accounts.addAgency(agency, name, nameZh, now);
        events.publishEvent(new AgencyAdded(agency, name, actor, now));
    }

    /** Opens an account; the user name must be new. */
    @Transactional
    public Actor openAccount(Actor actor, NewAccount account) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var member = new StaffMember(
                identifiers.next(),
                account.userName(),
                account.name(),
                passwords.encode(account.password()),
                account.agency(),
                account.roles());
        accounts.add(member, now);
        var roles = member.roles().stream().map(Role::name).sorted().toList();
        events.publishEvent(new AccountOpened(member.account(), member.agency(), roles, actor, now));
        return member.actor();
    }

    /** The member of staff with this user name, as they act. */
    public Optional<Actor> find(String userName) {
        return accounts.find(userName).map(StaffMember::actor);
    }
}
