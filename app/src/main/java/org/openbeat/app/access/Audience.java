package org.openbeat.app.access;

import java.util.EnumSet;
import java.util.Set;
import org.openbeat.app.kernel.Role;

/** Who may use a route. */
sealed interface Audience {

    /** Anyone, signed in or not; what the route shows is public or needs a secret of its own (a link, a key). */
    record Everyone() implements Audience {}

    /** Any member of staff who is signed in. */
    record AnyStaff() implements Audience {}

    /** Staff who hold at least one of these roles. */
    record Staff(Set<Role> roles) implements Audience {
        public Staff {
            roles = Set.copyOf(roles);
        }
    }

    static Audience everyone() {
        return new Everyone();
    }

    static Audience anyStaff() {
        return new AnyStaff();
    }

    static Audience staff(Role first, Role... more) {
        return new Staff(EnumSet.of(first, more));
    }

    default boolean admits(boolean signedIn, Set<Role> held) {
        return switch (this) {
            case Everyone ignored -> true;
            case AnyStaff ignored -> signedIn;
            case Staff staff -> signedIn && staff.roles().stream().anyMatch(held::contains);
        };
    }
}
