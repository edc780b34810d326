package org.openbeat.app.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    private final JdbcClient jdbc;

    JdbcLedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One statement, so that an act pays for one journey to the database. */
    void append(Entry entry) {
        jdbc.sql("""
                        with written as (
                            insert into ledger.entry
                                (id, leaf, subject_kind, subject_id, action, recorded_at, salt, payload)
                            values (:id, :leaf, :kind, :subject, :action, :at, :salt, :payload)
                        )
                        insert into ledger.pending (entry) values (:id)""")
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
     * Takes entries off the queue, causes before their effects. Only what is committed can be seen here. Each entry is
     * looked up by its key, however the planner thinks of a queue that is empty when it is analysed.
     */
    List<Waiting> take(int most) {
        var sql = """
                with taken as (
                    delete from ledger.pending
                    where number in (select number from ledger.pending order by number limit :most)
                    returning number, entry
                )
                select e.id, e.leaf
                from taken
                cross join lateral (select id, leaf from ledger.entry where id = taken.entry limit 1) e
                order by taken.number""";
        return jdbc.sql(sql)
                .param("most", most)
                .query((row, number) -> new Waiting(row.getObject("id", UUID.class), row.getBytes("leaf")))
                .list();
    }

    /** Gives the space of taken rows back to the queue; without it each look at the queue would grow slower. */
    void tidyQueue() {
        jdbc.sql("vacuum (truncate false, skip_locked) ledger.pending").update();
    }

    long pending() {
        return jdbc.sql("select count(*) from ledger.pending").query(Long.class).single();
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

    /** Entries that neither wait nor have a place: there must be none. */
    long lost() {
        var sql = """
                select count(*) from ledger.entry e
                where not exists (select from ledger.leaf l where l.entry = e.id)
                    and not exists (select from ledger.pending p where p.entry = e.id)""";
        return jdbc.sql(sql).query(Long.class).single();
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
