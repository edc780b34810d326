package org.openbeat.app.access;

import java.util.Set;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/** An open account with what it takes to sign in to it. */
record StaffMember(
        AccountId account,
        String userName,
        String name,
        String passwordHash,
        AgencyId agency,
        Set<Role> roles,
        boolean mustChangePassword) {

    StaffMember {
        roles = Set.copyOf(roles);
    }

    Actor actor() {
        return Actor.staff(account.toString(), name, agency, roles);
    }

    @Override
    public String toString() {
        return "StaffMember[" + account + "]"; // The hash belongs in no log.
    }
}
