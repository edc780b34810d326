package org.openbeat.app.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openbeat.app.ledger.events.PayloadsErased;
import org.openbeat.app.ledger.rows.RowsChanged;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate template;

    JdbcAudit(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** Blocks of the table of entries on the disk. */
    long blocks() {
        return jdbc.sql("""
                        select pg_relation_size('ledger.entry') / current_setting('block_size')::bigint""").query(Long.class).single();
    }

    /**
     * Entries as they lie on the disk, which is nearly the order of the tree, from one block up to another: no index has
     * to be followed, and none is left out.
     */
    CopiedRows entries(long firstBlock, long endBlock) {
        return entries("ctid >= '(%d,0)' and ctid < '(%d,0)'".formatted(firstBlock, endBlock));
    }

    CopiedRows entries(Collection<UUID> ids) {
        return entries(ids.stream().map(UUID::toString).collect(Collectors.joining("','", "id in ('", "')")));
    }

    private CopiedRows entries(String condition) {
        return copy("select id, leaf, salt, payload from ledger.entry where " + condition, 4);
    }

    CopiedRows places(long first, long last) {
        return copy(
                "select position, entry, hash from ledger.leaf where position between %d and %d order by position"
                        .formatted(first, last),
                3);
    }

    private CopiedRows copy(String query, int columns) {
        var messages = new ArrayList<byte[]>();
        template.execute((Connection connection) -> {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format binary)");
            for (var message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                messages.add(message);
            }
            return messages.size();
        });
        return new CopiedRows(messages.toArray(byte[][]::new), columns);
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

    /** All entries, with a place or without. */
    long entries() {
        return jdbc.sql("select count(*) from ledger.entry").query(Long.class).single();
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
