package org.openbeat.app.dispatch;

import static org.openbeat.app.kernel.Role.CALL_TAKER;
import static org.openbeat.app.kernel.Role.COMMANDER;
import static org.openbeat.app.kernel.Role.COMMUNITY_OFFICER;
import static org.openbeat.app.kernel.Role.DISPATCHER;
import static org.openbeat.app.kernel.Role.PATROL_OFFICER;
import static org.openbeat.app.kernel.Role.STATION_CHIEF;

import java.util.Set;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentSharing;
import org.openbeat.app.dispatch.unit.Assignments;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Component;

/** Who may do what here, and who sees which incident. */
@Component
class Duties {
    private final Assignments assignments;
    private final Units units;
    private final Access access;

    Duties(Assignments assignments, Units units, Access access) {
        this.assignments = assignments;
        this.units = units;
        this.access = access;
    }

    void requireRoom(Actor actor) {
        require(actor, CALL_TAKER, DISPATCHER, STATION_CHIEF, COMMANDER);
    }

    void requireSender(Actor actor) {
        require(actor, DISPATCHER, COMMANDER);
    }

    void requireRoomOrCrew(Actor actor) {
        require(actor, CALL_TAKER, DISPATCHER, STATION_CHIEF, COMMANDER, PATROL_OFFICER, COMMUNITY_OFFICER);
    }

    private static void require(Actor actor, Role... roles) {
        if (actor.kind() != Actor.Kind.SYSTEM && !actor.hasAny(roles)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "dispatch-role-required");
        }
    }

    boolean isSender(Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM || actor.hasAny(DISPATCHER, COMMANDER);
    }

    boolean isRoom(Actor actor) {
        return actor.kind() == Actor.Kind.SYSTEM || actor.hasAny(CALL_TAKER, DISPATCHER, STATION_CHIEF, COMMANDER);
    }

    /** Whoever is in no unit's crew is off duty, and cannot change the status of a unit. */
    void requireSenderOrCrew(Actor actor, UnitId unit) {
        if (!isSender(actor) && !isCrew(actor, unit)) {
            require(actor, PATROL_OFFICER, COMMUNITY_OFFICER);
            throw new Refusal(Refusal.Kind.FORBIDDEN, "not-in-this-unit");
        }
    }

    boolean isCrew(Actor actor, UnitId unit) {
        return units.unitOf(actor.id()).filter(unit::equals).isPresent();
    }

    /** An incident that is given to an agency that does not exist would be seen by nobody. */
    void requireAgency(AgencyId agency) {
        if (access.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            throw new Refusal(Refusal.Kind.INVALID, "agency-unknown", agency);
        }
    }

    void requireSight(Actor actor, Incident incident) {
        require(actor, Act.READ, incident);
    }

    /** Refuses with the reason, never as if the incident were not there. */
    void require(Actor actor, Act act, Incident incident) {
        if (!allows(actor, act, incident)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, reason(actor, act, incident), incident.number());
        }
    }

    boolean allows(Actor actor, Act act, Incident incident) {
        var viewer = Viewer.of(actor);
        return Policy.allows(viewer, act, incident.item(Set.of()))
                || (wasSent(actor, incident.id()) && Policy.allows(viewer, act, incident.item(Set.of(actor.id()))));
    }

    /** Whether the unit in which the person is now is, or was, on the incident. */
    private boolean wasSent(Actor actor, IncidentId incident) {
        return actor.hasAny(PATROL_OFFICER, COMMUNITY_OFFICER)
                && units.unitOf(actor.id())
                        .flatMap(unit -> assignments.newest(unit, incident))
                        .isPresent();
    }

    /** What is said to somebody who may not see it. */
    Refusal refusal(Actor actor, IncidentSharing.Hidden hidden) {
        var reason = !isRoom(actor)
                ? "crew-not-on-incident"
                : hidden.restricted() ? "incident-restricted" : "incident-of-another-agency";
        return new Refusal(Refusal.Kind.FORBIDDEN, reason, hidden.number());
    }

    private String reason(Actor actor, Act act, Incident incident) {
        if (!isRoom(actor)) {
            return "crew-not-on-incident";
        }
        if (act != Act.READ && allows(actor, Act.READ, incident)) {
            return "incident-shared-only";
        }
        return incident.item(Set.of()).isRestricted() ? "incident-restricted" : "incident-of-another-agency";
    }

    /** A unit that stands to the actor as the policy demands, as its crew or along the line of the tree. */
    void require(Actor actor, Act act, Unit unit) {
        if (!allows(actor, Act.READ, unit)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found"); // Its call sign is told to nobody else.
        }
        if (!allows(actor, act, unit)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "unit-of-another-agency", unit.callSign());
        }
    }

    boolean allows(Actor actor, Act act, Unit unit) {
        var crew = isCrew(actor, unit.id()) ? Set.of(actor.id()) : Set.<String>of();
        var item = new Item(Kind.UNIT, unit.agency(), null, crew, Set.of(), null, Set.of());
        return Policy.allows(Viewer.of(actor), act, item);
    }

    /** The agency must be one whose units the actor may change. */
    void requireUnitsOf(Actor actor, AgencyId agency) {
        if (!Policy.allows(Viewer.of(actor), Act.CHANGE, Item.of(Kind.UNIT, agency))) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "units-of-another-agency", agency);
        }
    }

    /**
     * The agency for whose room somebody acts.
     *
     * @throws Refusal as {@link #requireRoom}; {@code agency-missing} for whoever belongs to none
     */
    AgencyId agencyOfRoom(Actor actor) {
        requireRoom(actor);
        var agency = actor.agency();
        if (agency == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        return agency;
    }
}
