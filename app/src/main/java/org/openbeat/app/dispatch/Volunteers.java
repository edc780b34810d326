package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.access.purpose.Csv;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.VolunteersChanged;
import org.openbeat.app.dispatch.volunteer.VolunteerDesk;
import org.openbeat.app.dispatch.volunteer.VolunteerDesks;
import org.openbeat.app.dispatch.volunteer.VolunteerShift;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People who come to help: they check in and out by a code, without an account, and their hours export. */
@Component
public class Volunteers {
    private static final int SECRET_LETTERS = 16;

    private final VolunteerDesks desks;
    private final Reading reading;
    private final Locks locks;
    private final Journal journal;
    private final Duties duties;
    private final Identifiers identifiers;
    private final Clock clock;

    Volunteers(
            VolunteerDesks desks,
            Reading reading,
            Locks locks,
            Journal journal,
            Duties duties,
            Identifiers identifiers,
            Clock clock) {
        this.desks = desks;
        this.reading = reading;
        this.locks = locks;
        this.journal = journal;
        this.duties = duties;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Who helps at an incident.
     *
     * @param shifts by name
     * @param now up to when the hours of those count who are still there
     */
    public record Helpers(List<VolunteerDesk> desks, List<VolunteerShift> shifts, Instant now) {
        public Helpers {
            desks = List.copyOf(desks);
            shifts = List.copyOf(shifts);
        }
    }

    /** A helper at a desk. */
    public record AtDesk(VolunteerDesk desk, VolunteerShift shift) {}

    @Transactional
    @SystemScope("an incident is locked; Duties asks the policy")
    public void open(Actor actor, IncidentId id, String place) {
        duties.requireSender(actor);
        var where = Texts.require(place, 200);
        var incident = locks.incident(id);
        duties.requireSight(actor, incident);
        incident.requireOpen();
        var at = clock.instant();
        var desk = new VolunteerDesk(identifiers.next(), id, identifiers.secret(SECRET_LETTERS), where, at, null);
        desks.open(desk, actor);
        tell(id, "volunteer-desk-opened", Map.of("desk", desk.id().toString()), actor, at);
    }

    /** Closes a desk; whoever is still checked in there leaves with it. */
    @Transactional
    @SystemScope("an incident is locked; Duties asks the policy")
    public void close(Actor actor, IncidentId id, UUID desk) {
        duties.requireSender(actor);
        duties.requireSight(actor, locks.incident(id));
        if (desks.of(id).stream().noneMatch(each -> each.id().equals(desk) && each.closedAt() == null)) {
            throw unknown();
        }
        var at = clock.instant();
        desks.close(desk, at);
        tell(id, "volunteer-desk-closed", Map.of("desk", desk.toString()), actor, at);
    }

    /** Everyone who helps, or helped, at an incident. */
    public Helpers helpers(Actor actor, IncidentId id) {
        duties.requireRoom(actor);
        reading.file(actor, id);
        return new Helpers(desks.of(id), desks.shifts(id), clock.instant());
    }

    /** The hours as CSV; that they were taken out is recorded, with the number of rows and the fingerprint. */
    @Transactional
    public String export(Actor actor, IncidentId id) {
        var helpers = helpers(actor, id);
        var csv = new StringBuilder(Csv.line("name", "came_at", "left_at", "minutes"));
        for (var shift : helpers.shifts()) {
            var minutes = shift.time(helpers.now()).toMinutes();
            csv.append(Csv.line(shift.name(), shift.cameAt(), shift.leftAt(), minutes));
        }
        var rows = Integer.toString(helpers.shifts().size());
        var values = Map.of("rows", rows, "fingerprint", Sha256.hex(csv.toString()));
        tell(id, "volunteer-hours-exported", values, actor, clock.instant());
        return csv.toString();
    }

    /** The open desk behind a code; with its incident every desk ends. */
    @SystemScope("whoever has the secret of the desk")
    public VolunteerDesk desk(String secret) {
        return desks.find(secret).orElseThrow(Volunteers::unknown);
    }

    /** Checks in; answers the secret of the helper's own page. */
    @Transactional
    @SystemScope("whoever has the secret of the desk")
    public String checkIn(String secret, String name) {
        var desk = desk(secret);
        var who = Texts.require(name, 100);
        var at = clock.instant();
        var own = identifiers.secret(SECRET_LETTERS);
        var shift = new VolunteerShift(identifiers.next(), desk.id(), own, who, at, null);
        if (!desks.come(shift)) {
            throw unknown();
        }
        tell(desk.incident(), "volunteer-came", Map.of("shift", shift.id().toString()), Actor.RESIDENT, at);
        return own;
    }

    /** The helper's own page. */
    @SystemScope("whoever has both secrets")
    public AtDesk helper(String secret, String own) {
        var desk = desk(secret);
        return new AtDesk(desk, desks.shift(desk.id(), own).orElseThrow(Volunteers::unknown));
    }

    /** Checks out; a second time it changes nothing. */
    @Transactional
    @SystemScope("whoever has both secrets")
    public void checkOut(String secret, String own) {
        var helper = helper(secret, own);
        var at = clock.instant();
        if (desks.leave(helper.shift().id(), at)) {
            var values = Map.of("shift", helper.shift().id().toString());
            tell(helper.desk().incident(), "volunteer-left", values, Actor.RESIDENT, at);
        }
    }

    private void tell(IncidentId id, String what, Map<String, String> values, Actor actor, Instant at) {
        journal.publish(new VolunteersChanged(id, what, values, actor, at));
    }

    private static Refusal unknown() {
        return new Refusal(Refusal.Kind.NOT_FOUND, "volunteer-desk-not-found");
    }
}
