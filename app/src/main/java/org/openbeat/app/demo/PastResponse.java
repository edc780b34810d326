package org.openbeat.app.demo;

import java.time.Duration;
import java.util.Comparator;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sends a crew to an incident of the past and lets it do its work. */
@Component
@Profile("demo")
class PastResponse {
    private final DemoClock clock;
    private final Dispatch dispatch;
    private final Access access;
    private final Identifiers identifiers;

    PastResponse(DemoClock clock, Dispatch dispatch, Access access, Identifiers identifiers) {
        this.clock = clock;
        this.dispatch = dispatch;
        this.access = access;
        this.identifiers = identifiers;
    }

    void respond(PastReport past) {
        var unit = unitOf(past);
        var dispatcher = access.find(DemoPerson.DISPATCHER.userName()).orElseThrow();
        var id = dispatch.findUnit(Actor.SYSTEM, unit.callSign()).orElseThrow();
        var incident = newest(dispatcher);
        perform(dispatcher, new Command.SignOn(id, clock.instant().plus(Duration.ofHours(8))), Duration.ZERO);
        perform(
                dispatcher,
                new Command.Assign(incident.id(), id, Manner.NOW, true),
                Duration.ofSeconds(40 + 7L * past.line() % 60));
        advance(dispatcher, id, incident, UnitStatus.ACKNOWLEDGED, Duration.ofSeconds(20));
        advance(dispatcher, id, incident, UnitStatus.EN_ROUTE, Duration.ofSeconds(35));
        advance(dispatcher, id, incident, UnitStatus.ON_SCENE, Duration.ofSeconds(200 + 31L * past.line() % 400));
        perform(
                dispatcher,
                new Command.Close(incident.id(), past.outcome(), null),
                Duration.ofMinutes(18 + past.line() % 30));
        perform(dispatcher, new Command.SignOff(id), Duration.ofMinutes(1));
    }

    /** As the room enters it by radio: nobody is signed on to the unit in the past. */
    private void advance(Actor room, UnitId unit, IncidentRow incident, UnitStatus status, Duration later) {
        perform(room, new Command.SetStatus(unit, status, incident.id(), null), later);
    }

    private void perform(Actor actor, Command command, Duration later) {
        clock.moveTo(clock.instant().plus(later));
        dispatch.perform(actor, command, new CommandKey(identifiers.next().toString()));
    }

    private IncidentRow newest(Actor dispatcher) {
        return dispatch.board(dispatcher).incidents().stream()
                .max(Comparator.comparing(IncidentRow::openedAt))
                .orElseThrow();
    }

    private static DemoUnit unitOf(PastReport past) {
        var district = switch (past.beat().value().charAt(0)) {
            case '1' -> "central";
            case '2' -> "heath";
            case '3' -> "southbank";
            default -> "meadows";
        };
        return DemoUnit.ALL.stream()
                .filter(unit -> unit.district().equals(district))
                .findFirst()
                .orElseThrow();
    }
}
