package org.openbeat.app.dispatch;

import static org.openbeat.app.kernel.Role.CALL_TAKER;
import static org.openbeat.app.kernel.Role.COMMANDER;
import static org.openbeat.app.kernel.Role.COMMUNITY_OFFICER;
import static org.openbeat.app.kernel.Role.DISPATCHER;
import static org.openbeat.app.kernel.Role.PATROL_OFFICER;
import static org.openbeat.app.kernel.Role.STATION_CHIEF;

import java.util.Collection;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.incident.Sight;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Component;

/** Who may do what here, and who sees which incident. */
@Component
class Duties {
    private final Incidents incidents;
    private final Units units;
    private final Access access;

    Duties(Incidents incidents, Units units, Access access) {
        this.incidents = incidents;
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

    /** Refuses with the reason, never as if the incident were not there. */
    void requireSight(Actor actor, Incident incident) {
        if (!sees(actor, incident.agency().value(), incidents.agencies(incident.id()))) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "incident-of-another-agency", incident.number());
        }
    }

    private static boolean sees(Actor actor, String responsible, Collection<String> concerned) {
        var own = actor.agency();
        return own == null ? actor.kind() == Actor.Kind.SYSTEM : Sight.sees(own, responsible, concerned);
    }
}
