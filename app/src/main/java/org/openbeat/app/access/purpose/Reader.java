package org.openbeat.app.access.purpose;

import java.util.Comparator;
import java.util.List;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;

/** Someone of staff who reads, with the role and the agency under which the reading is recorded. */
record Reader(Role role, AgencyId agency) {
    /** Whoever holds several roles reads in the one that stands nearest to the work. */
    private static final List<Role> NEAREST =
            List.of(Role.OVERSIGHT, Role.COMMUNITY_OFFICER, Role.PATROL_OFFICER, Role.DISPATCHER, Role.CALL_TAKER);

    static Reader of(Actor actor) {
        var agency = actor.agency();
        var role = actor.roles().stream()
                .min(Comparator.<Role>comparingInt(Reader::distance).thenComparing(Comparator.naturalOrder()));
        if (actor.kind() != Actor.Kind.STAFF || agency == null || role.isEmpty()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "forbidden");
        }
        return new Reader(role.get(), agency);
    }

    private static int distance(Role role) {
        var place = NEAREST.indexOf(role);
        return place < 0 ? NEAREST.size() : place;
    }
}
