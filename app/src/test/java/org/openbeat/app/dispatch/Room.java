package org.openbeat.app.dispatch;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;

/** A control room for tests: an agency of its own, people, and short ways to do what the room does. */
final class Room {
    private static final AtomicInteger ROOMS = new AtomicInteger();
    private static final AtomicInteger CALL_SIGNS = new AtomicInteger();
    static final GeoPoint SQUARE = new GeoPoint(40.0, -83.0);

    final Dispatch dispatch;
    final AgencyId agency;
    final Actor dispatcher;
    final Actor callTaker;

    Room(Dispatch dispatch) {
        this(dispatch, new AgencyId("room-" + ROOMS.incrementAndGet()));
    }

    Room(Dispatch dispatch, AgencyId agency) {
        this.dispatch = dispatch;
        this.agency = agency;
        this.dispatcher = staff(Role.DISPATCHER);
        this.callTaker = staff(Role.CALL_TAKER);
    }

    Actor staff(Role... roles) {
        return Actor.staff(UUID.randomUUID().toString(), "Pat Example", agency, Set.of(roles));
    }

    Actor officer() {
        return staff(Role.PATROL_OFFICER);
    }

    CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString());
    }

    NewCall call(String type, String notes) {
        return new NewCall(
                "Ann Sample",
                "555 0100",
                "1 Market Square",
                SQUARE,
                LocationTrust.EXACT,
                type,
                null,
                notes,
                null,
                null,
                null);
    }

    IncidentId incident() {
        return incident("fight");
    }

    IncidentId incident(String type) {
        return dispatch.takeCall(callTaker, call(type, "People are shouting"), key())
                .incident();
    }

    IncidentId incident(Priority priority) {
        var call = new NewCall(
                null,
                null,
                "2 Market Square",
                SQUARE,
                LocationTrust.EXACT,
                "noise",
                priority,
                "Loud",
                null,
                null,
                null);
        return dispatch.takeCall(callTaker, call, key()).incident();
    }

    /** A patrol car on duty. */
    UnitId unit() {
        return unit("patrol-car");
    }

    UnitId unit(String type) {
        var id = offDuty(type);
        perform(new Command.SignOn(id, null));
        return id;
    }

    UnitId offDuty(String type) {
        var callSign = "t" + CALL_SIGNS.incrementAndGet();
        return dispatch.register(dispatcher, new NewUnit(callSign, type, agency, Set.of()));
    }

    Answer perform(Command command) {
        return dispatch.perform(dispatcher, command, key());
    }

    Answer assign(IncidentId incident, UnitId unit) {
        return perform(new Command.Assign(incident, unit, Manner.NOW, false));
    }

    Answer status(UnitId unit, UnitStatus status) {
        return perform(new Command.SetStatus(unit, status, null, null));
    }

    IncidentFile file(IncidentId incident) {
        return dispatch.file(dispatcher, incident);
    }

    UnitStatus statusOf(UnitId unit) {
        return dispatch.board(dispatcher).units().stream()
                .filter(row -> row.id().equals(unit))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
