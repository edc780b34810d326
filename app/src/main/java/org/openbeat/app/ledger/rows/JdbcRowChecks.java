package org.openbeat.app.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares tables with marks, and marks with changes, where they lie. */
@Repository
class JdbcRowChecks {

    /**
     * A row, or a change of it, that does not fit.
     *
     * @param known whether the ledger has a mark of it
     * @param there whether the row is there
     * @param at when the entry was recorded whose transaction last changed it
     * @param act what that entry says was done, and to what
     */
    record Misfit(
            String table,
            String key,
            boolean known,
            boolean there,
            @Nullable Instant at,
            @Nullable String act) {}

    /** The act of a change: of its own transaction, and else the entry that binds it. */
    private static final String ACT = """
            left join lateral (
                select e.recorded_at, e.action || ' on ' || e.subject_kind || ' ' || e.subject_id as act
                from ledger.entry e
                where e.id = coalesce(c.entry, (select entry from ledger.leaf where position = c.position))
                limit 1
            ) a on true
            """;

    private final JdbcClient jdbc;

    JdbcRowChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of a table that are other than their newest marks; what is still in the queue is left out. */
    List<Misfit> rows(RecordedTable table, int most) {
        return jdbc.sql("""
                        with c as (
                            select coalesce(s.key, r.key) as key, s.key is not null as known, r.key is not null as there,
                                s.position, (select entry from ledger.row_change n
                                             where n.position = s.position and n.place = s.place) as entry
                            from (select key, salt, mark, position, place from ledger.row_state
                                  where table_name = :table and mark is not null) s
                            full join (select %s collate "C" as key, (select %s from (select %s) r) as text
                                       from %s where %s) r using (key)
                            where (s.key is null or r.key is null
                                    or s.mark <> sha256(s.salt || convert_to(r.text, 'UTF8')))
                                and not exists (select from ledger.pending p
                                                where p.table_name = :table and p.key = coalesce(s.key, r.key))
                            limit :most
                        )
                        select :table as table_name, c.*, a.recorded_at, a.act from c %s order by c.key""".formatted(
                                table.keyExpression(),
                                RecordedTable.TEXT,
                                table.values(),
                                table.quoted(),
                                table.condition(),
                                ACT))
                .param("table", table.name())
                .param("most", most)
                .query(JdbcRowChecks::misfit)
                .list();
    }

    /**
     * Rows whose newest mark is not the one of their newest change: the mark stands for no change of this row, or the
     * row has a newer change. Each is one join over all rows; what the newest change was is asked of the misfits alone.
     */
    List<Misfit> states(int most) {
        return jdbc.sql("""
                        with bad as (
                            (select s.table_name, s.key from ledger.row_state s
                             left join ledger.row_change n on n.position = s.position and n.place = s.place
                             where n.table_name is distinct from s.table_name or n.key is distinct from s.key
                                 or n.mark is distinct from s.mark
                             limit :most)
                            union
                            (select n.table_name, n.key from ledger.row_change n
                             left join ledger.row_state s on s.table_name = n.table_name and s.key = n.key
                             where n.table_name is not null
                                 and (s.key is null or (n.position, n.place) > (s.position, s.place))
                             limit :most)
                        ),
                        newest as (
                            select distinct on (table_name, key) table_name, key, position, entry
                            from ledger.row_change join bad using (table_name, key)
                            order by table_name, key, position desc, place desc
                        ),
                        c as (
                            select bad.table_name, bad.key, n.key is not null as known, s.key is not null as there,
                                n.position, n.entry
                            from bad
                            left join newest n on n.table_name = bad.table_name and n.key = bad.key
                            left join ledger.row_state s on s.table_name = bad.table_name and s.key = bad.key
                            limit :most
                        )
                        select c.*, a.recorded_at, a.act from c %s""".formatted(ACT))
                .param("most", most)
                .query(JdbcRowChecks::misfit)
                .list();
    }

    /** Changes of rows in whose transaction no act was announced, the newest first. */
    List<Misfit> withoutAct(int most) {
        return jdbc.sql("""
                        select c.table_name, c.key, c.mark is not null as there,
                            exists (select from ledger.row_change p where p.table_name = c.table_name
                                and p.key = c.key and (p.position, p.place) < (c.position, c.place)) as known,
                            a.recorded_at, a.act
                        from (select * from ledger.row_change where entry is null and table_name is not null
                              order by position desc, place desc limit :most) c %s
                        order by c.position desc, c.place desc""".formatted(ACT))
                .param("most", most)
                .query(JdbcRowChecks::misfit)
                .list();
    }

    /** When the entry at a position was recorded. */
    @Nullable
    Instant at(long position) {
        return jdbc.sql("""
                        select e.recorded_at from ledger.leaf l join ledger.entry e on e.id = l.entry
                        where l.position = :position""")
                .param("position", position)
                .query((row, number) -> Optional.ofNullable(instant(row)))
                .optional()
                .flatMap(at -> at)
                .orElse(null);
    }

    private static Misfit misfit(ResultSet row, int number) throws SQLException {
        return new Misfit(
                row.getString("table_name"),
                row.getString("key"),
                row.getBoolean("known"),
                row.getBoolean("there"),
                instant(row),
                row.getString("act"));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var at = row.getObject("recorded_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
