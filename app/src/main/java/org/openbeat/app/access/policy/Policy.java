package org.openbeat.app.access.policy;

import static org.openbeat.app.access.policy.Act.CHANGE;
import static org.openbeat.app.access.policy.Act.HAND_OVER;
import static org.openbeat.app.access.policy.Act.READ;
import static org.openbeat.app.access.policy.Act.RESTRICT;
import static org.openbeat.app.access.policy.Act.SEND;
import static org.openbeat.app.access.policy.Kind.COMPLAINT;
import static org.openbeat.app.access.policy.Kind.INCIDENT;
import static org.openbeat.app.access.policy.Kind.REPORT;
import static org.openbeat.app.access.policy.Kind.UNIT;
import static org.openbeat.app.access.policy.Relation.AGENCY_ABOVE;
import static org.openbeat.app.access.policy.Relation.AGENCY_BELOW;
import static org.openbeat.app.access.policy.Relation.ANYWHERE;
import static org.openbeat.app.access.policy.Relation.MY_AGENCY;
import static org.openbeat.app.access.policy.Relation.MY_ASSIGNMENT;
import static org.openbeat.app.access.policy.Relation.MY_BEAT;
import static org.openbeat.app.access.policy.Relation.NAMED;
import static org.openbeat.app.access.policy.Relation.SHARED;
import static org.openbeat.app.kernel.Role.CALL_TAKER;
import static org.openbeat.app.kernel.Role.COMMANDER;
import static org.openbeat.app.kernel.Role.COMMUNITY_OFFICER;
import static org.openbeat.app.kernel.Role.DISPATCHER;
import static org.openbeat.app.kernel.Role.OVERSIGHT;
import static org.openbeat.app.kernel.Role.PATROL_OFFICER;
import static org.openbeat.app.kernel.Role.STATION_CHIEF;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

/**
 * The one table of who may do what with which item, and the one place where it is evaluated (design, I6). A detail, a
 * line of a list, an event of a stream and a file ask the same question, {@link Act#READ}; a list asks it as a
 * {@link Scope}. What stands in no line is refused. Row-level security in the database is the second lock.
 */
public final class Policy {

    /** One line: people in one of the roles may do the acts with items to which they stand in one of the relations. */
    public record Line(Kind kind, Set<Act> acts, Set<Role> roles, Set<Relation> relations) {
        public Line {
            acts = Set.copyOf(acts);
            roles = Set.copyOf(roles);
            relations = Set.copyOf(relations);
        }
    }

    private static final Set<Role> DESK =
            EnumSet.of(COMMUNITY_OFFICER, CALL_TAKER, DISPATCHER, STATION_CHIEF, COMMANDER);
    private static final Set<Role> ROOM = EnumSet.of(CALL_TAKER, DISPATCHER, STATION_CHIEF, COMMANDER);
    private static final Set<Role> SENDERS = EnumSet.of(DISPATCHER, COMMANDER);
    private static final Set<Role> CREW = EnumSet.of(PATROL_OFFICER, COMMUNITY_OFFICER);
    private static final Set<Role> HEADS = EnumSet.of(STATION_CHIEF, COMMANDER);
    private static final Set<Relation> ONE_LINE = EnumSet.of(MY_AGENCY, AGENCY_BELOW, AGENCY_ABOVE);

    private static final List<Line> TABLE = List.of(
            // What residents report belongs to the agency that answers, and to those above it.
            line(REPORT, acts(READ, CHANGE, HAND_OVER), DESK, MY_AGENCY, AGENCY_BELOW, MY_ASSIGNMENT, NAMED),
            line(REPORT, acts(READ, CHANGE), EnumSet.of(COMMUNITY_OFFICER), MY_BEAT),
            // A recipient by sharing reads, and can never share onward.
            line(REPORT, acts(READ), DESK, SHARED),
            line(REPORT, acts(RESTRICT), HEADS, MY_AGENCY, AGENCY_BELOW, NAMED),

            // A complaint about an officer is the oversight body's alone.
            line(COMPLAINT, acts(READ, CHANGE), EnumSet.of(OVERSIGHT), ANYWHERE),

            // An incident is seen along the line of the tree, so that nobody who must answer can miss it.
            line(INCIDENT, acts(READ, CHANGE), ROOM, MY_AGENCY, AGENCY_BELOW, AGENCY_ABOVE, SHARED, NAMED),
            line(INCIDENT, acts(SEND), SENDERS, MY_AGENCY, AGENCY_BELOW, AGENCY_ABOVE, SHARED, NAMED),
            line(INCIDENT, acts(HAND_OVER), ROOM, MY_AGENCY, AGENCY_BELOW, AGENCY_ABOVE, NAMED),
            line(INCIDENT, acts(READ, CHANGE), CREW, MY_ASSIGNMENT),
            line(INCIDENT, acts(RESTRICT), HEADS, MY_AGENCY, AGENCY_BELOW, NAMED),

            // Units, their crews and where they are.
            line(UNIT, acts(READ), ROOM, MY_AGENCY, AGENCY_BELOW, AGENCY_ABOVE),
            line(UNIT, acts(READ), CREW, MY_AGENCY, AGENCY_BELOW, AGENCY_ABOVE, MY_ASSIGNMENT),
            line(UNIT, acts(CHANGE, SEND), SENDERS, MY_AGENCY, AGENCY_BELOW, AGENCY_ABOVE),
            line(UNIT, acts(CHANGE, SEND), CREW, MY_ASSIGNMENT));

    /** What the system of a partner organisation may do: read the incidents of its agency, and those shared with it. */
    private static final Line PARTNERS = new Line(INCIDENT, EnumSet.of(READ), Set.of(), EnumSet.of(MY_AGENCY, SHARED));

    private Policy() {}

    private static Line line(Kind kind, Set<Act> acts, Set<Role> roles, Relation first, Relation... more) {
        return new Line(kind, acts, roles, EnumSet.of(first, more));
    }

    private static Set<Act> acts(Act first, Act... more) {
        return EnumSet.of(first, more);
    }

    /** The whole table, in the order in which it is read. */
    public static List<Line> table() {
        return TABLE;
    }

    /** Whether the viewer may do this with the item. Openbeat itself may; someone without an agency may nothing. */
    public static boolean allows(Viewer viewer, Act act, Item item) {
        var actor = viewer.actor();
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return true;
        }
        var agency = actor.agency();
        if (actor.kind() == Actor.Kind.PARTNER) {
            return agency != null && allowsPartner(viewer, agency, act, item);
        }
        if (actor.kind() != Actor.Kind.STAFF || agency == null || isKeptFrom(actor, item)) {
            return false;
        }
        for (var line : TABLE) {
            if (line.kind() == item.kind()
                    && line.acts().contains(act)
                    && holdsOneOf(actor, line.roles())
                    && standsInOneOf(line.relations(), viewer, agency, item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allowsPartner(Viewer viewer, AgencyId own, Act act, Item item) {
        return item.kind() == PARTNERS.kind()
                && PARTNERS.acts().contains(act)
                && item.onlyFor().isEmpty()
                && standsInOneOf(PARTNERS.relations(), viewer, own, item);
    }

    private static boolean isKeptFrom(Actor actor, Item item) {
        return !item.onlyFor().isEmpty() && !holdsOneOf(actor, item.onlyFor());
    }

    private static boolean holdsOneOf(Actor actor, Set<Role> roles) {
        for (var role : actor.roles()) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    private static boolean standsInOneOf(Set<Relation> relations, Viewer viewer, AgencyId own, Item item) {
        for (var relation : relations) {
            if (stands(relation, viewer, own, item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean stands(Relation relation, Viewer viewer, AgencyId own, Item item) {
        var account = viewer.actor().id();
        var named = item.named();
        var open = named == null;
        return switch (relation) {
            case NAMED -> named != null && named.contains(account);
            case MY_ASSIGNMENT -> item.assigned().contains(account);
            case MY_BEAT -> open && item.beat() != null && viewer.beats().contains(item.beat());
            case MY_AGENCY -> open && item.agency().equals(own);
            case AGENCY_BELOW -> open && item.agency().isWithin(own);
            case AGENCY_ABOVE -> open && own.isWithin(item.agency());
            case ANYWHERE -> true;
            case SHARED -> open && isShared(item.sharedWith(), own);
        };
    }

    private static boolean isShared(Set<AgencyId> with, AgencyId own) {
        for (var agency : with) {
            if (agency.isWithin(own)) {
                return true;
            }
        }
        return false;
    }

    /** What of a kind the viewer may do the act with, for a query that lists it. */
    public static Scope scope(Viewer viewer, Act act, Kind kind) {
        var actor = viewer.actor();
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return Scope.EVERYTHING;
        }
        var agency = actor.agency();
        if (actor.kind() != Actor.Kind.STAFF || agency == null) {
            return Scope.NOTHING;
        }
        var relations = EnumSet.noneOf(Relation.class);
        TABLE.stream()
                .filter(line -> line.kind() == kind && line.acts().contains(act) && holdsOneOf(actor, line.roles()))
                .forEach(line -> relations.addAll(line.relations()));
        return relations.isEmpty() ? Scope.NOTHING : Scope.of(agency, actor.id(), viewer.beats(), relations);
    }
}
