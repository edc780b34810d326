package org.openbeat.app.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts. Every command takes one as its first argument, and every ledger entry names one.
 *
 * @param kind what sort of actor this is
 * @param id stable id within its kind: a staff account's id, a partner system's name, or a fixed word
 * @param name how colleagues call the actor; never shown to residents, never written to the ledger
 * @param agency the agency for which the actor acts, where there is one
 * @param roles the roles in which a member of staff acts; empty for everyone else
 */
public record Actor(
        Kind kind, String id, String name, @Nullable AgencyId agency, Set<Role> roles) {

    /** The sorts of actor. */
    public enum Kind {
        /** Someone of the public, known by the secret link at most. */
        RESIDENT,
        STAFF,
        /** Another system with a key, such as an Open311 client. */
        PARTNER,
        /** Openbeat itself: a timer or a rule, never a decision about a person's rights. */
        SYSTEM
    }

    public static final Actor RESIDENT = new Actor(Kind.RESIDENT, "resident", "resident", null, Set.of());
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "openbeat", "Openbeat", null, Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    public static Actor partner(String name, AgencyId agency) {
        return new Actor(Kind.PARTNER, name, name, agency, Set.of());
    }

    public static Actor staff(String id, String name, AgencyId agency, Set<Role> roles) {
        return new Actor(Kind.STAFF, id, name, agency, roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean hasAny(Role... wanted) {
        for (var role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }
}
