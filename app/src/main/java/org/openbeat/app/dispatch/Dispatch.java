package org.openbeat.app.dispatch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.board.Board;
import org.openbeat.app.dispatch.board.Catalogue;
import org.openbeat.app.dispatch.board.Catalogues;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.IncidentSearch;
import org.openbeat.app.dispatch.board.Nearby;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.recommend.RankedUnits;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a call to a closed incident. Whatever changes something goes through {@link #takeCall} or {@link #perform},
 * from every screen alike; the rest reads.
 */
@Service
public class Dispatch {
    private final Commands commands;
    private final Reading reading;
    private final Catalogues catalogues;
    private final Units units;
    private final Duties duties;
    private final Fleet fleet;

    Dispatch(Commands commands, Reading reading, Catalogues catalogues, Units units, Duties duties, Fleet fleet) {
        this.commands = commands;
        this.reading = reading;
        this.catalogues = catalogues;
        this.units = units;
        this.duties = duties;
        this.fleet = fleet;
    }

    /** Opens an incident for a call, or adds the call to one that is open. */
    @SystemScope("a call may join an incident of another agency's units; Duties asks the policy")
    public TakenCall takeCall(Actor actor, NewCall call, CommandKey key) {
        return commands.take(actor, call, key);
    }

    /**
     * Does a command once, however often it is sent under its key.
     *
     * @throws Refusal when the rules forbid it, with a type that says which
     */
    @SystemScope("a command locks units and incidents beyond what the person sees; Duties asks the policy")
    public Answer perform(Actor actor, Command command, CommandKey key) {
        return commands.perform(actor, command, key);
    }

    /** The open incidents and the units that the reader sees. */
    public Board board(Actor actor) {
        duties.requireRoom(actor);
        return reading.board(actor);
    }

    /** One incident with its log, calls and units; open or closed. */
    public IncidentFile file(Actor actor, IncidentId id) {
        return reading.file(actor, id);
    }

    /** Incidents of all times, newest first. The total is counted up to 1,000. */
    public Page<IncidentRow> history(Actor actor, IncidentSearch search) {
        duties.requireRoom(actor);
        return reading.history(actor, search);
    }

    /** Open incidents near a place, which a call may be about, and earlier ones there. */
    public Nearby nearby(Actor actor, @Nullable GeoPoint point, String locationText) {
        duties.requireRoom(actor);
        return reading.nearby(actor, point, locationText);
    }

    /** Whom to send, best first, with the reasons. */
    public RankedUnits recommend(Actor actor, IncidentId id) {
        duties.requireRoom(actor);
        return reading.recommend(actor, id);
    }

    /** What the reader's crew has to do. */
    public CrewView crew(Actor actor) {
        duties.requireRoomOrCrew(actor);
        return reading.crew(actor);
    }

    /** Incident types, priorities, dispositions and unit types. */
    public Catalogue catalogue() {
        return catalogues.get();
    }

    /** The incident that the room calls {@code 12}, the newest of that number that it sees, or {@code 2026-11-25/12}. */
    public Optional<IncidentId> findIncident(Actor actor, String number) {
        return reading.find(actor, number.strip()).map(Incident::id);
    }

    /** The unit with the call sign, in either case; one of another agency is unknown. */
    public Optional<UnitId> findUnit(Actor actor, String callSign) {
        return units.findByCallSign(callSign.strip())
                .filter(unit -> duties.allows(actor, Act.READ, unit))
                .map(Unit::id);
    }

    /** Adds a unit, off duty; what else becomes of it is a matter of the {@link Fleet}. */
    @Transactional
    @SystemScope("a call sign must be new everywhere; Duties asks the policy")
    public UnitId register(Actor actor, NewUnit unit) {
        return fleet.register(actor, unit);
    }
}
