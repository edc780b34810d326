package org.openbeat.app.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.AccountOpened;
import org.openbeat.app.access.events.AgencyAdded;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tree of agencies and who works in them, as every other module asks for it. */
@Service
public class Access {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Access(
            Accounts accounts,
            Passwords passwords,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Passes when the actor holds one of the roles.
     *
     * @throws Refusal of type {@code forbidden} otherwise
     */
    public void requireRole(Actor actor, Role... anyOf) {
        if (!actor.hasAny(anyOf)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "forbidden");
        }
    }

    /** Adds an agency below the one that its id names before the last '/'; an id without '/' begins a tree. */
    @Transactional
    public void addAgency(Actor actor, AgencyId agency, String name, @Nullable String nameZh) {
        var now = now();
        accounts.addAgency(agency, name, nameZh, now);
        events.publishEvent(new AgencyAdded(agency, name, actor, now));
    }

    /** Every agency, in the order of the tree. */
    public List<Agency> agencies() {
        return accounts.agencies();
    }

    /** Opens an account; the user name must be new. */
    @Transactional
    public Actor openAccount(Actor actor, NewAccount account) {
        return open(actor, account, false);
    }

    /** Opens an account whose password is good for one sign-in only: a password of one's own must follow. */
    @Transactional
    Actor openWithOneTimePassword(Actor actor, NewAccount account) {
        return open(actor, account, true);
    }

    private Actor open(Actor actor, NewAccount account, boolean mustChangePassword) {
        var now = now();
        var member = new StaffMember(
                new AccountId(identifiers.next()),
                account.userName(),
                account.name(),
                passwords.hash(account.password()),
                account.agency(),
                account.roles(),
                mustChangePassword);
        accounts.add(member, now);
        var roles = member.roles().stream().map(Role::name).sorted().toList();
        events.publishEvent(new AccountOpened(member.account(), member.agency(), roles, actor, now));
        return member.actor();
    }

    /** The member of staff with this user name, as they act. */
    public Optional<Actor> find(String userName) {
        return accounts.find(userName).map(StaffMember::actor);
    }

    /** How colleagues call the member of staff, closed accounts too: the record still names them. */
    public Optional<String> staffName(AccountId account) {
        return accounts.find(account).map(Account::name);
    }

    /** Who holds the role in the agency or below it now, by name. */
    public List<Account> staffIn(AgencyId agency, Role role) {
        return accounts.openIn(agency, role);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
