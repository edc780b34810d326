package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable;

/** An account got another name, agency or roles; the roles are sorted. */
public record AccountChanged(AccountId account, AgencyId agency, List<String> roles, Actor actor, Instant at)
        implements Recordable {

    public AccountChanged {
        roles = List.copyOf(roles);
    }

    @Override
    public String action() {
        return "access.account-changed";
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
