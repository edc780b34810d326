package org.openbeat.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.ledger.events.PayloadsErased;
import org.openbeat.app.ledger.rows.RowsChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a check of the whole ledger reads. */
@Repository
class JdbcAudit {

    /**
     * What an entry is about, to name it in a finding.
     *
     * @param act what was done, and to what
     * @param at when it was recorded
     */
    record Named(UUID id, String act, Instant at) {}

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves from this position on, each with its entry if there is one. */
    List<ScannedEntry> scan(long first, long last) {
        return jdbc.sql("""
                        select l.position, l.entry, l.hash, e.leaf, e.salt, convert_to(e.payload, 'UTF8') as payload
                        from ledger.leaf l
                        left join lateral (select leaf, salt, payload from ledger.entry where id = l.entry limit 1) e
                            on true
                        where l.position between :first and :last order by l.position""")
                .param("first", first)
                .param("last", last)
                .query(JdbcAudit::scanned)
                .list();
    }

    private static ScannedEntry scanned(ResultSet row, int number) throws SQLException {
        return new ScannedEntry(
                row.getLong("position"),
                row.getObject("entry", UUID.class),
                row.getBytes("hash"),
                row.getBytes("leaf"),
                row.getBytes("salt"),
                row.getBytes("payload"));
    }

    Optional<Named> name(UUID entry) {
        return jdbc.sql("""
                        select id, action || ' on ' || subject_kind || ' ' || subject_id as act, recorded_at
                        from ledger.entry where id = :id""").param("id", entry).query(JdbcAudit::named).optional();
    }

    /** Entries that neither wait nor have a place: there must be none. */
    List<Named> lost(int most) {
        return jdbc.sql("""
                        select id, action || ' on ' || subject_kind || ' ' || subject_id as act, recorded_at
                        from ledger.entry e
                        where not exists (select from ledger.leaf l where l.entry = e.id)
                            and not exists (select from ledger.pending p where p.entry = e.id)
                        order by recorded_at limit :most""").param("most", most).query(JdbcAudit::named).list();
    }

    /** Entries without payload for whose subject no erasure was ever recorded, and lists of changes without theirs. */
    List<Named> erasedWithoutAct(int most) {
        return jdbc.sql("""
                        select id, action || ' on ' || subject_kind || ' ' || subject_id as act, recorded_at
                        from ledger.entry e
                        where payload is null and (action = :rows or not exists (
                            select from ledger.entry a
                            where a.subject_id = e.subject_id and a.subject_kind = e.subject_kind and a.action = :erased))
                        order by recorded_at limit :most""")
                .param("rows", RowsChanged.ACTION)
                .param("erased", PayloadsErased.ACTION)
                .param("most", most)
                .query(JdbcAudit::named)
                .list();
    }

    long rows() {
        return jdbc.sql("select count(mark) from ledger.row_state")
                .query(Long.class)
                .single();
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        return new Named(
                row.getObject("id", UUID.class),
                row.getString("act"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
