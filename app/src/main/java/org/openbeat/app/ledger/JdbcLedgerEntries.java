package org.openbeat.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Entries, those without a place in the tree among them. */
@Repository
class JdbcLedgerEntries {

    /**
     * An entry that waits for its place.
     *
     * @param id its id
     * @param leaf its bytes
     */
    record Waiting(UUID id, byte[] leaf) {}

    /**
     * One thing off the queue.
     *
     * @param transaction what was done together has the same number
     * @param entry an act, or null
     * @param seal the act's; empty if it has none
     * @param table where no act, the table of a row that was changed
     * @param key the row's
     */
    record Taken(
            long transaction,
            @Nullable Waiting entry,
            byte[] seal,
            @Nullable String table,
            @Nullable String key) {}

    private final JdbcClient jdbc;

    JdbcLedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement, so that an act pays for one journey to the database. */
    void append(Entry entry, byte[] seal) {
        jdbc.sql("""
                        with written as (
                            insert into ledger.entry
                                (id, leaf, subject_kind, subject_id, action, recorded_at, salt, payload)
                            values (:id, :leaf, :kind, :subject, :action, :at, :salt, :payload)
                        )
                        insert into ledger.pending (entry, seal) values (:id, :seal)""")
                .param("id", entry.id())
                .param("leaf", entry.leaf())
                .param("kind", entry.subject().kind())
                .param("subject", entry.subject().id())
                .param("action", entry.action())
                .param("at", utc(entry.at()))
                .param("salt", entry.salt())
                .param("payload", entry.payload())
                .param("seal", seal)
                .update();
    }

    /** The same for many acts of one transaction. */
    void appendAll(List<Entry> many, List<byte[]> seals) {
        jdbc.sql("""
                        with written as (
                            insert into ledger.entry
                                (id, leaf, subject_kind, subject_id, action, recorded_at, salt, payload)
                            select id, leaf, kind, subject, action, at, salt, payload
                            from unnest(:ids, :leaves, :kinds, :subjects, :actions, :times, :salts, :payloads)
                                as many (id, leaf, kind, subject, action, at, salt, payload)
                        )
                        insert into ledger.pending (entry, seal) select * from unnest(:ids, :seals)""")
                .param("ids", column("uuid", many, Entry::id))
                .param("leaves", column("bytea", many, Entry::leaf))
                .param("kinds", column("text", many, entry -> entry.subject().kind()))
                .param("subjects", column("text", many, entry -> entry.subject().id()))
                .param("actions", column("text", many, Entry::action))
                .param(
                        "times",
                        column("timestamptz", many, entry -> utc(entry.at()).toString()))
                .param("salts", column("bytea", many, Entry::salt))
                .param("payloads", column("text", many, Entry::payload))
                .param("seals", column("bytea", seals, seal -> seal))
                .update();
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, Object> value) {
        var values = rows.stream().map(value);
        return type.equals("bytea")
                ? new SqlArrayValue(type, (Object[]) values.toArray(byte[][]::new))
                : new SqlArrayValue(type, values.toArray());
    }

    /** Writes an entry that gets its place at once, without waiting. */
    void add(Entry entry) {
        jdbc.sql("""
                        insert into ledger.entry
                            (id, leaf, subject_kind, subject_id, action, recorded_at, salt, payload)
                        values (:id, :leaf, :kind, :subject, :action, :at, :salt, :payload)""")
                .param("id", entry.id())
                .param("leaf", entry.leaf())
                .param("kind", entry.subject().kind())
                .param("subject", entry.subject().id())
                .param("action", entry.action())
                .param("at", utc(entry.at()))
                .param("salt", entry.salt())
                .param("payload", entry.payload())
                .update();
    }

    /**
     * Takes acts and touched rows off the queue, causes before their effects, whole transactions only. Only what is
     * committed can be seen here. Each entry is looked up by its key, however the planner thinks of a queue that is
     * empty when it is analysed.
     *
     * @param most how many at least if there are so many; the last transaction may bring more
     */
    List<Taken> take(int most) {
        var sql = """
                with chosen as (select xact from ledger.pending order by number limit :most),
                taken as (
                    delete from ledger.pending where xact in (select xact from chosen)
                    returning number, xact, entry, seal, table_name, key
                )
                select taken.xact::text::bigint as xact, e.id, e.leaf, taken.seal, taken.table_name, taken.key
                from taken
                left join lateral (select id, leaf from ledger.entry where id = taken.entry limit 1) e on true
                order by taken.number""";
        return jdbc.sql(sql).param("most", most).query(JdbcLedgerEntries::taken).list();
    }

    private static Taken taken(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var seal = row.getBytes("seal");
        return new Taken(
                row.getLong("xact"),
                id == null ? null : new Waiting(id, row.getBytes("leaf")),
                seal == null ? new byte[0] : seal,
                row.getString("table_name"),
                row.getString("key"));
    }

    /** Gives the space of taken rows back to the queue; without it each look at the queue would grow slower. */
    void tidyQueue() {
        jdbc.sql("vacuum (truncate false, skip_locked) ledger.pending").update();
    }

    /** The newest acts, newest first; ids are made in the order of time. */
    List<LedgerState.RecentAct> recent(int most) {
        return jdbc.sql("""
                        select recorded_at, action, subject_kind, subject_id from ledger.entry
                        order by id desc limit :most""")
                .param("most", most)
                .query((row, number) -> new LedgerState.RecentAct(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("action"),
                        row.getString("subject_kind"),
                        row.getString("subject_id")))
                .list();
    }

    long pending() {
        return jdbc.sql("select count(entry) from ledger.pending")
                .query(Long.class)
                .single();
    }

    /** When the entry was recorded that has waited longest. */
    Optional<Instant> oldestPending() {
        return jdbc.sql("""
                        select min(e.recorded_at) as oldest
                        from ledger.pending p join ledger.entry e on e.id = p.entry""")
                .query((row, number) -> Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** How many payloads of acts on a subject are there; none once they were erased. */
    long unerased(Subject subject) {
        return jdbc.sql("""
                        select count(*) filter (where payload is not null)
                            * (case when bool_or(erased_at is not null) then 0 else 1 end)
                        from ledger.entry where subject_id = :id and subject_kind = :kind""")
                .param("id", subject.id())
                .param("kind", subject.kind())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Erases payload and salt of all acts on a subject; returns how many were erased. */
    int erase(Subject subject, Instant at) {
        return jdbc.sql("""
                        update ledger.entry set salt = null, payload = null, erased_at = :at
                        where subject_id = :id and subject_kind = :kind and payload is not null""")
                .param("id", subject.id())
                .param("kind", subject.kind())
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
