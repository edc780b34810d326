package org.openbeat.app.access;

import java.time.Instant;
import java.util.Locale;
import org.openbeat.app.access.events.AccountChanged;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.AccountOpened;
import org.openbeat.app.access.events.IdentityLinked;
import org.openbeat.app.access.oidc.ProvedIdentity;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Accounts of those whom the identity provider vouches for. The organisation decides there who works where and as what:
 * roles and agency are taken over with each sign-in. An account that was opened here is never taken over by a name that
 * happens to be the same.
 */
@Component
class ProviderAccounts {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_USER_NAME = 40;
    private static final int SUFFIX_LENGTH = 6;

    private final JdbcProviderIdentities identities;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;

    ProviderAccounts(
            JdbcProviderIdentities identities,
            Accounts accounts,
            Passwords passwords,
            Identifiers identifiers,
            ApplicationEventPublisher events) {
        this.identities = identities;
        this.accounts = accounts;
        this.passwords = passwords;
        this.identifiers = identifiers;
        this.events = events;
    }

    /**
     * The account, opened now if this is the first time.
     *
     * @throws Refusal {@code identity-without-work} when no role or agency is known here, or the account is closed
     */
    StaffMember member(ProvedIdentity identity, Instant now) {
        var agency = agency(identity);
        if (identity.roles().isEmpty()) {
            throw without();
        }
        return identities
                .find(identity.issuer(), identity.subject())
                .map(account -> brought(account, identity, agency, now))
                .orElseGet(() -> opened(identity, agency, now));
    }

    private AgencyId agency(ProvedIdentity identity) {
        return accounts.agencies().stream()
                .map(Agency::id)
                .filter(known -> known.value().equals(identity.agency()))
                .findFirst()
                .orElseThrow(ProviderAccounts::without);
    }

    private StaffMember brought(AccountId id, ProvedIdentity identity, AgencyId agency, Instant now) {
        var account = accounts.find(id).filter(Account::isOpen).orElseThrow(ProviderAccounts::without);
        if (!account.agency().equals(agency) || !account.roles().equals(identity.roles())) {
            accounts.change(id, account.name(), agency, identity.roles());
            events.publishEvent(new AccountChanged(id, agency, sorted(identity), Actor.SYSTEM, now));
        }
        return accounts.find(account.userName()).orElseThrow(ProviderAccounts::without);
    }

    private StaffMember opened(ProvedIdentity identity, AgencyId agency, Instant now) {
        var id = new AccountId(identifiers.next());
        var name =
                identity.name().length() > LONGEST_NAME ? identity.name().substring(0, LONGEST_NAME) : identity.name();
        var member = new StaffMember(id, userName(identity), name, passwords.nobody(), agency, identity.roles(), false);
        accounts.add(member, now);
        events.publishEvent(new AccountOpened(id, agency, sorted(identity), Actor.SYSTEM, now));
        identities.link(identity.issuer(), identity.subject(), id, now);
        events.publishEvent(new IdentityLinked(id, identity.issuer(), member.actor(), now));
        return member;
    }

    /** What the provider says as far as it fits here, with a few letters more, so that it is nobody's yet. */
    private String userName(ProvedIdentity identity) {
        var plain = identity.userName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "");
        var fitting = plain.replaceAll("^[.-]+", "");
        var start = fitting.length() > LONGEST_USER_NAME ? fitting.substring(0, LONGEST_USER_NAME) : fitting;
        var wanted = start.isEmpty() ? "staff" : start;
        return wanted.length() > 1 && accounts.find(wanted).isEmpty()
                ? wanted
                : wanted + "." + identifiers.secret(SUFFIX_LENGTH);
    }

    private static java.util.List<String> sorted(ProvedIdentity identity) {
        return identity.roles().stream().map(Role::name).sorted().toList();
    }

    private static Refusal without() {
        return new Refusal(Refusal.Kind.FORBIDDEN, "identity-without-work");
    }
}
