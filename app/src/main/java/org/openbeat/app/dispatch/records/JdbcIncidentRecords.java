package org.openbeat.app.dispatch.records;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.retention.spi.KeptKind.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of dispatch that hold words, names and places of people. */
@Repository
class JdbcIncidentRecords {
    /** Entries of an incident's log that a report brought with it. */
    private static final String BROUGHT = """
            from dispatch.log_entry l join dispatch.incident_report r on r.incident = l.incident
            where r.report = :id and l.kind = 'REPORT' and l.details ->> 'reference' = r.reference
            and l.text is not null""";

    private final JdbcClient jdbc;

    JdbcIncidentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Incidents that came of this report and that nobody else told of. */
    List<UUID> ofReportAlone(UUID report) {
        return jdbc.sql("""
                        select r.incident from dispatch.incident_report r where r.report = :id
                        and not exists (select from dispatch.incident_report o
                            where o.incident = r.incident and o.report <> r.report)
                        and not exists (select from dispatch.call c where c.incident = r.incident)""").param("id", report).query(UUID.class).list();
    }

    boolean isOpen(UUID incident) {
        return jdbc.sql("select exists (select from dispatch.incident where id = :id and status <> 'CLOSED')")
                .param("id", incident)
                .query(Boolean.class)
                .single();
    }

    boolean isAnyOpenOf(UUID report) {
        return jdbc.sql("""
                        select exists (select from dispatch.incident_report r
                        join dispatch.incident i on i.id = r.incident
                        where r.report = :id and i.status <> 'CLOSED')""").param("id", report).query(Boolean.class).single();
    }

    Map<String, Long> extentOfIncident(UUID incident) {
        var rows = new TreeMap<String, Long>();
        count(
                rows,
                "dispatch.incident",
                "select count(*) from dispatch.incident where id = :id and erased_at is null",
                incident);
        count(rows, "dispatch.call", """
                select count(*) from dispatch.call where incident = :id
                and (caller_name is not null or caller_phone is not null or location_text <> '' or notes <> '')""", incident);
        count(rows, "dispatch.log_entry", """
                select count(*) from dispatch.log_entry where incident = :id
                and (text is not null or jsonb_exists(details, 'from') or jsonb_exists(details, 'to') or coalesce(struck_reason, '') <> '')""", incident);
        count(rows, "dispatch.received_eido", """
                select count(*) from dispatch.received_eido where incident = :id and document is not null""", incident);
        count(rows, "dispatch.volunteer_shift", """
                select count(*) from dispatch.volunteer_shift s join dispatch.volunteer_desk d on d.id = s.desk
                where d.incident = :id and s.name <> ''""", incident);
        count(
                rows,
                "dispatch.command",
                "select count(*) from dispatch.command where position(:id::text in answer::text) > 0",
                incident);
        return rows;
    }

    /** What a report left in incidents that others told of too. */
    Map<String, Long> extentOfReport(UUID report) {
        var rows = new TreeMap<String, Long>();
        count(rows, "dispatch.log_entry", "select count(*) " + BROUGHT, report);
        return rows;
    }

    private void count(Map<String, Long> rows, String table, String sql, UUID id) {
        long found = jdbc.sql(sql).param("id", id).query(Long.class).single();
        if (found > 0) {
            rows.put(table, found);
        }
    }

    Set<String> names(UUID incident) {
        return Set.copyOf(
                jdbc.sql("""
                        select distinct name from dispatch.call,
                            lateral unnest(array[caller_name, caller_phone]) name
                        where incident = :id and name is not null""").param("id", incident).query(String.class).list());
    }

    void eraseIncident(UUID incident, Instant at) {
        jdbc.sql("""
                        update dispatch.incident set summary = '', location_text = '', latitude = null,
                            longitude = null, erased_at = coalesce(erased_at, :at)
                        where id = :id""").param("id", incident).param("at", at.atOffset(UTC)).update();
        run("""
                update dispatch.call set caller_name = null, caller_phone = null, location_text = '', notes = ''
                where incident = :id""", incident);
        run("""
                update dispatch.log_entry set text = null, details = details - '{from,to}'::text[],
                    struck_reason = case when struck_reason is null then null else '' end
                where incident = :id""", incident);
        run("delete from dispatch.shown where subject = :id", incident);
        run("update dispatch.received_eido set document = null where incident = :id", incident);
        run("""
                update dispatch.volunteer_shift set name = ''
                where desk in (select id from dispatch.volunteer_desk where incident = :id)""", incident);
        run("delete from dispatch.command where position(:id::text in answer::text) > 0", incident);
    }

    /** What the screens were handed goes too; it held the words. The summary as well, where it is what the report said. */
    void eraseReport(UUID report) {
        run("""
                delete from dispatch.shown
                where subject in (select incident from dispatch.incident_report where report = :id)""", report);
        run("""
                update dispatch.incident i set summary = '' from dispatch.incident_report r
                where r.report = :id and i.id = r.incident and i.summary in (select l.text %s)""".formatted(BROUGHT), report);
        run("""
                update dispatch.log_entry set text = null, details = details - '{from,to}'::text[]
                where id in (select l.id %s)""".formatted(BROUGHT), report);
    }

    private void run(String sql, UUID id) {
        jdbc.sql(sql).param("id", id).update();
    }

    List<Kept> closedBefore(Instant instant, int most) {
        return jdbc.sql("""
                        select id, number, closed_at from dispatch.incident
                        where closed_at < :before and erased_at is null order by closed_at limit :most""")
                .param("before", instant.atOffset(UTC))
                .param("most", most)
                .query((row, number) -> new Kept(
                        new Subject("incident", row.getObject("id", UUID.class).toString()),
                        row.getString("number"),
                        row.getObject("closed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What became of a report in the control room, without what others said there. */
    List<Map<String, Object>> responses(UUID report) {
        return jdbc.sql("""
                        select i.number, i.type, i.status, i.opened_at, i.first_assigned_at, i.attended_at, i.closed_at,
                            i.disposition
                        from dispatch.incident_report r join dispatch.incident i on i.id = r.incident
                        where r.report = :id order by i.opened_at""")
                .param("id", report)
                .query((row, number) -> {
                    Map<String, Object> response = new TreeMap<>();
                    for (var column : List.of("number", "type", "status", "disposition")) {
                        put(response, column, row.getString(column));
                    }
                    put(response, "openedAt", time(row.getObject("opened_at", OffsetDateTime.class)));
                    put(response, "firstAssignedAt", time(row.getObject("first_assigned_at", OffsetDateTime.class)));
                    put(response, "attendedAt", time(row.getObject("attended_at", OffsetDateTime.class)));
                    put(response, "closedAt", time(row.getObject("closed_at", OffsetDateTime.class)));
                    return response;
                })
                .list();
    }

    private static @Nullable String time(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant().toString();
    }

    private static void put(Map<String, Object> map, String key, @Nullable String value) {
        if (value != null) {
            map.put(key, value);
        }
    }
}
