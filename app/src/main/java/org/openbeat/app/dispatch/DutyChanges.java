package org.openbeat.app.dispatch;

import static org.openbeat.app.access.policy.Act.CHANGE;
import static org.openbeat.app.access.policy.Act.READ;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeat.app.dispatch.UnitWork.Act;
import org.openbeat.app.dispatch.events.CrewChanged;
import org.openbeat.app.dispatch.events.DutyDefaultSet;
import org.openbeat.app.dispatch.events.UnitStatusChanged;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Component;

/** Units come on duty and go off duty, and crews with them. */
@Component
class DutyChanges {
    private static final Set<UnitStatus> STANDING =
            Set.of(UnitStatus.AVAILABLE, UnitStatus.ON_BREAK, UnitStatus.UNAVAILABLE);

    private final Units units;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;

    DutyChanges(Units units, Locks locks, Journal journal, Duties duties) {
        this.units = units;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
    }

    Answer signOn(Actor actor, Command.SignOn command, Instant at) {
        duties.requireRoomOrCrew(actor);
        var unit = locks.unit(command.unit()).unit(command.unit());
        duties.require(actor, READ, unit);
        if (unit.status() == UnitStatus.OFF_DUTY) {
            comeOnDuty(unit, command, new Act(actor, at, at));
        } else if (isCrewRole(actor) && duties.isCrew(actor, unit.id())) {
            return Answer.of(unit.id()).noting(Answer.Notice.Code.UNCHANGED, Map.of("unit", unit.callSign()));
        }
        if (isCrewRole(actor)) {
            units.join(unit.id(), actor.id(), actor.name(), at);
            journal.publish(new CrewChanged(unit.id(), true, actor, at));
        }
        journal.changed(unit);
        return Answer.of(unit.id());
    }

    private static boolean isCrewRole(Actor actor) {
        return actor.hasAny(Role.PATROL_OFFICER, Role.COMMUNITY_OFFICER);
    }

    private void comeOnDuty(Unit unit, Command.SignOn command, Act act) {
        var status = units.dutyDefault(unit.agency()).filter(unit::owns).orElse(UnitStatus.AVAILABLE);
        unit.requireMove(status);
        units.onDuty(unit.id(), status, command.shiftEndsAt(), act.at());
        journal.publish(new UnitStatusChanged(
                unit.id(), unit.status().name(), status.name(), act.happenedAt(), act.actor(), act.at()));
    }

    Answer signOff(Actor actor, Command.SignOff command, Instant at) {
        duties.requireSenderOrCrew(actor, command.unit());
        var unit = locks.unit(command.unit()).unit(command.unit());
        duties.require(actor, CHANGE, unit);
        var crew = duties.isCrew(actor, unit.id());
        var last = !crew || units.crewSize(unit.id()) == 1;
        if (last && unit.status().isWorking()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "unit-has-work", unit.callSign());
        }
        if (crew) {
            units.leave(unit.id(), actor.id(), at);
            journal.publish(new CrewChanged(unit.id(), false, actor, at));
        }
        if (last && unit.status() != UnitStatus.OFF_DUTY) {
            units.offDuty(unit.id(), at);
            journal.publish(
                    new UnitStatusChanged(unit.id(), unit.status().name(), UnitStatus.OFF_DUTY.name(), at, actor, at));
        }
        journal.changed(unit);
        return Answer.of(unit.id());
    }

    /** A status that some unit of the agency cannot have is refused for all, with the name of the unit. */
    Answer setDutyDefault(Actor actor, Command.SetDutyDefault command, Instant at) {
        duties.requireSender(actor);
        duties.requireUnitsOf(actor, command.agency());
        if (!STANDING.contains(command.status())) {
            throw new Refusal(Refusal.Kind.INVALID, "duty-default-invalid", command.status());
        }
        units.list().stream()
                .filter(unit -> unit.agency().equals(command.agency()) && !unit.owns(command.status()))
                .findFirst()
                .ifPresent(unit -> {
                    throw new Refusal(
                            Refusal.Kind.CONFLICT, "unit-status-not-owned", unit.callSign(), command.status());
                });
        units.setDutyDefault(command.agency(), command.status());
        journal.publish(new DutyDefaultSet(command.agency(), command.status().name(), actor, at));
        return new Answer(null, null, null, null, null, List.of(), false);
    }
}
