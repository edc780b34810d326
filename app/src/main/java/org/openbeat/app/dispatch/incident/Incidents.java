package org.openbeat.app.dispatch.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.AgencyId;

/** The store of incidents. Every change grows the version and counts as contact. */
public interface Incidents {

    /** Takes the next number of the day and adds the incident under it. */
    Incident add(NewIncident incident);

    Optional<Incident> find(IncidentId id);

    Optional<Incident> findByNumber(String number, Scope reader);

    /** The newest incident with this number of the day that the reader sees; the room says "12". */
    Optional<Incident> findByDayNumber(int dayNumber, Scope reader);

    /** Locks the incidents in the order of their ids, so that no two commands wait for each other. */
    Map<IncidentId, Incident> lock(Collection<IncidentId> ids);

    /** One joining of duplicates at a time: a ring of incidents cannot be closed from two sides. */
    void lockJoining();

    void classify(IncidentId id, String type, Priority priority, Instant at);

    void relocate(IncidentId id, Location location, Instant at);

    /** Sets the status that follows from the units on it. */
    void follow(IncidentId id, IncidentStatus status, @Nullable Instant arrivedAt, Instant at);

    /** Says who has it in hand; null: nobody. */
    void claim(IncidentId id, @Nullable Claim claim, Instant at);

    /** The call came earlier than it was entered: the incident is as old as the call, and waits since then. */
    void cameAt(IncidentId id, Instant happenedAt);

    void touch(IncidentId id, Instant at);

    void close(IncidentId id, String disposition, Instant at);

    void reopen(IncidentId id, Instant at);

    /** Arms a closing by timer; without a time it is disarmed. */
    void armClose(IncidentId id, @Nullable String disposition, @Nullable Instant due, Instant at);

    /** Incidents whose armed closing is due. */
    List<IncidentId> closeDue(Instant now, int limit);

    /** Disposition under which an armed closing will close it. */
    Optional<String> armedDisposition(IncidentId id);

    /** Incidents that were joined to this one. */
    List<IncidentId> duplicates(IncidentId id);

    /** Joins the duplicate, and all that were joined to it, to the authoritative one. */
    void join(IncidentId duplicate, IncidentId authoritative, Instant at);

    void addReport(IncidentId id, ReportId report, Reference reference);

    /** The reports of the incident and of its duplicates. */
    List<ReportId> reports(IncidentId id);

    /**
     * What an incident starts with.
     *
     * @param zone its day is counted in the zone of the place
     */
    record NewIncident(
            IncidentId id,
            AgencyId agency,
            @Nullable AgencyId openedByAgency,
            String type,
            Priority priority,
            String summary,
            Location location,
            ZoneId zone,
            Instant at) {}
}
