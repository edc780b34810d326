package org.openbeat.app.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/** A staff account as administrators see it. */
public record Account(
        AccountId id,
        String userName,
        String name,
        AgencyId agency,
        Set<Role> roles,
        Instant openedAt,
        @Nullable Instant closedAt,
        boolean mustChangePassword) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether a role of it takes two persons to give or take. */
    public boolean isPowerful() {
        return AccountActs.isPowerful(roles);
    }
}
