package org.openbeat.app.desk.rights;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.retention.spi.KeptKind.Kept;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the desk keeps personal data, and how it is erased. */
@Repository
class JdbcReportRecords {
    private final JdbcClient jdbc;

    JdbcReportRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOpen(UUID report) {
        return jdbc.sql("""
                        select exists (select from desk.report
                        where id = :id and status in ('RECEIVED', 'UNDERWAY', 'REOPENED'))""").param("id", report).query(Boolean.class).single();
    }

    Optional<Instant> erasedAt(UUID report) {
        return jdbc.sql("select erased_at from desk.report where id = :id and erased_at is not null")
                .param("id", report)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Map<String, Long> extent(UUID report) {
        var rows = new TreeMap<String, Long>();
        count(rows, "desk.report", "select count(*) from desk.report where id = :id and erased_at is null", report);
        count(rows, "desk.photo", "select count(*) from desk.photo where report = :id", report);
        count(rows, "desk.entry", "select count(*) from desk.entry where report = :id and text is not null", report);
        count(rows, "desk.data_request", """
                select count(*) from desk.data_request where report = :id
                and (text <> '' or (kind <> 'ERASURE' and coalesce(decision_text, '') <> ''))""", report);
        return rows;
    }

    private void count(Map<String, Long> rows, String table, String sql, UUID report) {
        long found = jdbc.sql(sql).param("id", report).query(Long.class).single();
        if (found > 0) {
            rows.put(table, found);
        }
    }

    Set<String> names(UUID report) {
        return Set.copyOf(jdbc.sql("""
                        select name from desk.report,
                            lateral unnest(array[contact_name, contact_email, contact_phone, place_text]) name
                        where id = :id and name is not null""").param("id", report).query(String.class).list());
    }

    /** What is left tells that there was a report of this kind in this beat, how it ended and how long it took. */
    void erase(UUID report, Instant at) {
        jdbc.sql("""
                        update desk.report set description = '', answers = '{}', place_text = '', latitude = null,
                            longitude = null, contact_name = null, contact_email = null, contact_phone = null,
                            name_hidden = true, neighbours_may_read = false, occurred_at = null, outcome_text = null,
                            outcome_released_by = null, content_hash = '', words = ''::tsvector, photos = 0,
                            erased_at = coalesce(erased_at, :at)
                        where id = :id""").param("id", report).param("at", at.atOffset(UTC)).update();
        run("delete from desk.photo where report = :id", report);
        run("update desk.entry set text = null where report = :id and text is not null", report);
        run("""
                update desk.data_request set text = '',
                    decision_text = case when kind = 'ERASURE' then decision_text end,
                    available_until = null
                where report = :id""", report);
    }

    private void run(String sql, UUID report) {
        jdbc.sql(sql).param("id", report).update();
    }

    /** Closed reports, by when they were closed. */
    List<Kept> closedBefore(Instant instant, int most) {
        return jdbc.sql("""
                        select id, reference, closed_at from desk.report
                        where closed_at < :before and erased_at is null order by closed_at limit :most""")
                .param("before", instant.atOffset(UTC))
                .param("most", most)
                .query((row, number) -> kept(row, "closed_at"))
                .list();
    }

    private static Kept kept(ResultSet row, String since) throws java.sql.SQLException {
        return new Kept(
                new Subject("report", row.getObject("id", UUID.class).toString()),
                row.getString("reference"),
                row.getObject(since, OffsetDateTime.class).toInstant());
    }
}
