package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/**
 * Somebody got an account.
 *
 * @param roles names of the roles, sorted
 */
public record AccountOpened(AccountId account, AgencyId agency, List<String> roles, Actor actor, Instant at)
        implements Recordable {

    public AccountOpened {
        roles = List.copyOf(roles);
    }

    @Override
    public String action() {
        return "access.account-opened";
    }

    @Override
    public Subject subject() {
        return new Subject("account", account.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("agency", agency.value(), "roles", roles);
    }
}
