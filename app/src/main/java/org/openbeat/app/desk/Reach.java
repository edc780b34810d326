package org.openbeat.app.desk;

import java.util.List;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;

/**
 * Which reports a member of staff may read: the one filter (design, I6) that every list, search, page and picture of the
 * desk goes through.
 *
 * @param agency that agency's reports, and those of the agencies below it
 * @param categories codes of the categories that the roles may read
 * @param role the role in which the reading is recorded
 */
record Reach(AgencyId agency, List<String> categories, Role role) {
    private static final List<Role> DESK_ROLES =
            List.of(Role.COMMUNITY_OFFICER, Role.STATION_CHIEF, Role.COMMANDER, Role.DISPATCHER, Role.CALL_TAKER);

    static Reach of(Actor actor, Categories categories) {
        var agency = actor.agency();
        if (agency == null || actor.kind() != Actor.Kind.STAFF) {
            throw new Refusal(Kind.FORBIDDEN, "staff-only");
        }
        return new Reach(agency, categories.readableBy(actor), roleOf(actor));
    }

    static Role roleOf(Actor actor) {
        return DESK_ROLES.stream()
                .filter(actor::has)
                .findFirst()
                .orElseThrow(() -> new Refusal(Kind.FORBIDDEN, "staff-only"));
    }

    boolean covers(Report report) {
        return report.responsible().agency().isWithin(agency) && categories.contains(report.category());
    }
}
