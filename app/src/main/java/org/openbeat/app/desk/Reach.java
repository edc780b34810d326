package org.openbeat.app.desk;

import java.util.List;
import java.util.Set;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.desk.officer.BeatOfficers;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;

/**
 * Which reports a member of staff may read or work: the policy, asked with the facts of the desk. Every list, search,
 * page and picture of the desk goes through it (design, I6).
 *
 * @param scope what a list may hold
 * @param categories codes of the categories that the roles may read
 * @param role the role in which the reading is recorded
 */
record Reach(Viewer viewer, Scope scope, List<String> categories, Role role, Categories known) {
    private static final List<Role> DESK_ROLES = List.of(
            Role.OVERSIGHT,
            Role.COMMUNITY_OFFICER,
            Role.STATION_CHIEF,
            Role.COMMANDER,
            Role.DISPATCHER,
            Role.CALL_TAKER);

    /** For the officer of a beat, what lies in the beat counts too. */
    static Reach of(Actor actor, BeatOfficers officers, Categories known) {
        if (actor.agency() == null || actor.kind() != Actor.Kind.STAFF) {
            throw staffOnly();
        }
        var beats = actor.has(Role.COMMUNITY_OFFICER) ? Set.copyOf(officers.beatsOf(actor.id())) : Set.<BeatCode>of();
        var viewer = new Viewer(actor, beats);
        var scope = Policy.scope(viewer, Act.READ, actor.has(Role.OVERSIGHT) ? Kind.COMPLAINT : Kind.REPORT);
        return new Reach(viewer, scope, known.readableBy(actor), roleOf(actor), known);
    }

    static Role roleOf(Actor actor) {
        return DESK_ROLES.stream().filter(actor::has).findFirst().orElseThrow(Reach::staffOnly);
    }

    private static Refusal staffOnly() {
        return new Refusal(Refusal.Kind.FORBIDDEN, "staff-only");
    }

    /** Whether the report is there for the viewer at all; if not, it is as if there were none. */
    boolean covers(Report report) {
        return allows(Act.READ, report);
    }

    boolean allows(Act act, Report report) {
        var category = known.get(report.category());
        var item = report.item(category.readers());
        return Policy.allows(viewer, act, category.aboutOfficer() ? item.as(Kind.COMPLAINT) : item);
    }

    /**
     * @throws Refusal {@code report-shared-only} when the viewer may read it and no more
     */
    Report require(Act act, Report report) {
        if (!allows(act, report)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "report-shared-only");
        }
        return report;
    }
}
