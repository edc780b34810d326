package org.openbeat.app.dispatch.incident;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.BeatCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcIncidents implements Incidents {
    private static final String COLUMNS = """
            select id, number, agency, opened_by_agency, status, type, priority, location_text, latitude, longitude,
                location_trust, beat, zone, opened_at, attended_at, close_due_at, duplicate_of, shared_with, named,
                claimed_by, claimed_by_name, claimed_at, version
            from dispatch.incident
            """;

    private static final Scope.Columns FACTS = new Scope.Columns("agency", "shared_with", "named", null, null);

    private final JdbcClient jdbc;

    JdbcIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Incident add(NewIncident incident) {
        var day = incident.at().atZone(incident.zone()).toLocalDate();
        var point = incident.location().point();
        int dayNumber = nextNumber(day);
        var by = incident.openedByAgency();
        jdbc.sql("""
                        insert into dispatch.incident (id, day, day_number, number, agency, opened_by_agency, status,
                            type, priority, summary, location_text, latitude, longitude, location_trust, beat, zone,
                            opened_at, waiting_since, last_contact_at, shared_with)
                        values (:id, :day, :dayNumber, :number, :agency, :openedBy, 'WAITING', :type, :priority,
                            :summary, :text, :latitude, :longitude, :trust, :beat, :zone, :at, :at, :at, :shared)""")
                .param("id", incident.id().value())
                .param("day", day)
                .param("dayNumber", dayNumber)
                .param("number", day + "/" + dayNumber)
                .param("agency", incident.agency().value())
                .param("openedBy", by == null ? null : by.value())
                .param("type", incident.type())
                .param("priority", incident.priority().level())
                .param("summary", incident.summary())
                .param("text", incident.location().text())
                .param("latitude", point == null ? null : point.latitude(), Types.DOUBLE)
                .param("longitude", point == null ? null : point.longitude(), Types.DOUBLE)
                .param("trust", incident.location().trust().name())
                .param("beat", text(incident.location().beat()))
                .param("zone", incident.zone().getId())
                .param("shared", by == null ? new String[0] : new String[] {by.value()})
                .param("at", Timestamp.from(incident.at()))
                .update();
        return find(incident.id()).orElseThrow();
    }

    /** Without gaps: the row stays locked until the incident is committed, so a number that is seen is an incident. */
    private int nextNumber(LocalDate day) {
        return jdbc.sql("""
                        insert into dispatch.day_counter as counter (day, last) values (:day, 1)
                        on conflict (day) do update set last = counter.last + 1 returning last""").param("day", day).query(Integer.class).single();
    }

    @Override
    public Optional<Incident> find(IncidentId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(IncidentColumns::incident)
                .optional();
    }

    @Override
    public Optional<Incident> findByNumber(String number, Scope reader) {
        var seen = reader.on(FACTS);
        return jdbc.sql(COLUMNS + "where number = :number and " + seen.sql())
                .param("number", number)
                .params(seen.values())
                .query(IncidentColumns::incident)
                .optional();
    }

    @Override
    public Optional<Incident> findByDayNumber(int dayNumber, Scope reader) {
        var seen = reader.on(FACTS);
        return jdbc.sql(COLUMNS + "where day_number = :number and " + seen.sql() + " order by day desc limit 1")
                .param("number", dayNumber)
                .params(seen.values())
                .query(IncidentColumns::incident)
                .optional();
    }

    @Override
    public Map<IncidentId, Incident> lock(Collection<IncidentId> ids) {
        var locked = new LinkedHashMap<IncidentId, Incident>();
        jdbc.sql(COLUMNS + "where id = any (:ids) order by id for update")
                .param("ids", ids.stream().map(IncidentId::value).toArray(UUID[]::new))
                .query(IncidentColumns::incident)
                .list()
                .forEach(incident -> locked.put(incident.id(), incident));
        return locked;
    }

    @Override
    public void lockJoining() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('dispatch.joining'))")
                .query((row, number) -> 0)
                .single();
    }

    @Override
    public void classify(IncidentId id, String type, Priority priority, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set type = :type, priority = :priority, version = version + 1,
                            last_contact_at = :at where id = :id""")
                .param("type", type)
                .param("priority", priority.level())
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void relocate(IncidentId id, Location location, Instant at) {
        var point = location.point();
        jdbc.sql("""
                        update dispatch.incident set location_text = :text, latitude = :latitude,
                            longitude = :longitude, location_trust = :trust, beat = :beat, version = version + 1,
                            last_contact_at = :at where id = :id""")
                .param("text", location.text())
                .param("latitude", point == null ? null : point.latitude(), Types.DOUBLE)
                .param("longitude", point == null ? null : point.longitude(), Types.DOUBLE)
                .param("trust", location.trust().name())
                .param("beat", text(location.beat()))
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void follow(IncidentId id, IncidentStatus status, @Nullable Instant arrivedAt, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set status = :status,
                            attended_at = coalesce(attended_at, cast(:arrivedAt as timestamptz)),
                            first_assigned_at = case when :status = 'WAITING' then first_assigned_at
                                else coalesce(first_assigned_at, :at) end,
                            waiting_since = case when :status <> 'WAITING' then null
                                else coalesce(waiting_since, :at) end,
                            version = version + 1, last_contact_at = :at where id = :id""")
                .param("status", status.name())
                .param("arrivedAt", JdbcIncidentLog.time(arrivedAt))
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void claim(IncidentId id, @Nullable Claim claim, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set claimed_by = :account, claimed_by_name = :name,
                            claimed_at = cast(:since as timestamptz), version = version + 1, last_contact_at = :at where id = :id""")
                .param("account", claim == null ? null : claim.account(), Types.VARCHAR)
                .param("name", claim == null ? null : claim.name(), Types.VARCHAR)
                .param("since", JdbcIncidentLog.time(claim == null ? null : claim.since()))
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void cameAt(IncidentId id, Instant happenedAt) {
        jdbc.sql("""
                        update dispatch.incident set opened_at = :at,
                            waiting_since = case when waiting_since is null then null
                                else cast(:at as timestamptz) end
                        where id = :id""")
                .param("at", Timestamp.from(happenedAt))
                .param("id", id.value())
                .update();
    }

    @Override
    public void touch(IncidentId id, Instant at) {
        jdbc.sql("update dispatch.incident set version = version + 1, last_contact_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void close(IncidentId id, String disposition, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set status = 'CLOSED', closed_at = :at, disposition = :disposition,
                            waiting_since = null, close_due_at = null, close_due_as = null, claimed_by = null,
                            claimed_by_name = null, claimed_at = null, version = version + 1,
                            last_contact_at = :at where id = :id""")
                .param("at", Timestamp.from(at))
                .param("disposition", disposition)
                .param("id", id.value())
                .update();
    }

    @Override
    public void reopen(IncidentId id, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set status = 'WAITING', closed_at = null, disposition = null,
                            duplicate_of = null, attended_at = null, waiting_since = :at, close_due_at = null,
                            close_due_as = null, version = version + 1, last_contact_at = :at where id = :id""").param("at", Timestamp.from(at)).param("id", id.value()).update();
    }

    @Override
    public void armClose(IncidentId id, @Nullable String disposition, @Nullable Instant due, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set close_due_at = :due, close_due_as = :disposition,
                            version = version + 1, last_contact_at = :at where id = :id""")
                .param("due", JdbcIncidentLog.time(due))
                .param("disposition", disposition)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public List<IncidentId> closeDue(Instant now, int limit) {
        return jdbc.sql("""
                        select id from dispatch.incident where close_due_at <= :now and status <> 'CLOSED'
                        order by close_due_at limit :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, number) -> new IncidentId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public Optional<String> armedDisposition(IncidentId id) {
        return jdbc.sql("select close_due_as from dispatch.incident where id = :id and close_due_as is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    @Override
    public List<IncidentId> duplicates(IncidentId id) {
        return jdbc.sql("select id from dispatch.incident where duplicate_of = :id order by id")
                .param("id", id.value())
                .query((row, number) -> new IncidentId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public void join(IncidentId duplicate, IncidentId authoritative, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set duplicate_of = :authoritative, version = version + 1
                        where id = :duplicate or duplicate_of = :duplicate""")
                .param("authoritative", authoritative.value())
                .param("duplicate", duplicate.value())
                .update();
    }

    @Override
    public void addReport(IncidentId id, ReportId report, Reference reference) {
        jdbc.sql("""
                        insert into dispatch.incident_report (report, incident, reference)
                        values (:report, :incident, :reference)""")
                .param("report", report.value())
                .param("incident", id.value())
                .param("reference", reference.value())
                .update();
    }

    @Override
    public List<ReportId> reports(IncidentId id) {
        return jdbc.sql("""
                        select r.report from dispatch.incident_report r join dispatch.incident i on i.id = r.incident
                        where i.id = :id or i.duplicate_of = :id order by r.report""")
                .param("id", id.value())
                .query((row, number) -> new ReportId(row.getObject("report", UUID.class)))
                .list();
    }

    private static @Nullable String text(@Nullable BeatCode beat) {
        return beat == null ? null : beat.value();
    }
}
