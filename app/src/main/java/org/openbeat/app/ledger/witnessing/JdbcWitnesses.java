package org.openbeat.app.ledger.witnessing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.NoteSignature;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.VerifierKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the witnesses have said, and what is shown to the public. */
@Repository
class JdbcWitnesses {

    /**
     * What is known of a witness before it is asked.
     *
     * @param seenSize the size that it cosigned last
     * @param cosignedAt when; null if never
     * @param behindSince since when it is behind; null while it is level
     * @param trouble what went wrong the last time; null if nothing
     * @param detail in words
     * @param failures how often in a row it has failed
     * @param nextTryAt when it may be asked again; null for at once
     */
    record Row(
            long seenSize,
            @Nullable Instant cosignedAt,
            @Nullable Instant behindSince,
            @Nullable Trouble trouble,
            @Nullable String detail,
            int failures,
            @Nullable Instant nextTryAt) {

        static final Row NEW = new Row(0, null, null, null, null, 0, null);
    }

    /**
     * The checkpoint that is shown.
     *
     * @param size its size
     * @param note with the log's signatures
     * @param at when it was put there
     */
    record Published(long size, SignedNote note, Instant at) {}

    /** How many of the newest checkpoints are looked at for the one with most cosignatures. */
    private static final int NEWEST = 50;

    private final JdbcClient jdbc;

    JdbcWitnesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this server may begin a round: of all servers one does in each interval. */
    boolean beginRound(Instant now, Duration interval) {
        return jdbc.sql("update ledger.witness_round set begun_at = :now where begun_at <= :due")
                        .param("now", utc(now))
                        .param("due", utc(now.minus(interval)))
                        .update()
                == 1;
    }

    Row find(VerifierKey witness) {
        return jdbc.sql("select * from ledger.witness where vkey = :vkey")
                .param("vkey", witness.format())
                .query((row, number) -> read(row))
                .optional()
                .orElse(Row.NEW);
    }

    void replace(VerifierKey witness, Row row) {
        jdbc.sql("""
                        insert into ledger.witness (vkey, seen_size, cosigned_at, behind_since, trouble, detail, failures,
                            next_try_at)
                        values (:vkey, :seen, :cosigned, :behind, :trouble, :detail, :failures, :next)
                        on conflict (vkey) do update set seen_size = excluded.seen_size,
                            cosigned_at = excluded.cosigned_at, behind_since = excluded.behind_since,
                            trouble = excluded.trouble, detail = excluded.detail, failures = excluded.failures,
                            next_try_at = excluded.next_try_at""")
                .param("vkey", witness.format())
                .param("seen", row.seenSize())
                .param("cosigned", orNull(row.cosignedAt()))
                .param("behind", orNull(row.behindSince()))
                .param("trouble", row.trouble() == null ? null : row.trouble().name())
                .param("detail", row.detail())
                .param("failures", row.failures())
                .param("next", orNull(row.nextTryAt()))
                .update();
    }

    void addCosignature(VerifierKey witness, Outcome.Cosigned cosigned, Instant at) {
        jdbc.sql("insert into ledger.cosigned_head (size, note) values (:size, :note) on conflict (size) do nothing")
                .param("size", cosigned.size())
                .param("note", cosigned.checkpoint().format())
                .update();
        jdbc.sql("""
                        insert into ledger.cosignature (size, vkey, line, received_at)
                        values (:size, :vkey, :line, :at)
                        on conflict (size, vkey) do update set line = excluded.line, received_at = excluded.received_at""")
                .param("size", cosigned.size())
                .param("vkey", witness.format())
                .param("line", cosigned.lines().getLast().line())
                .param("at", utc(at))
                .update();
    }

    /** Of checkpoints that are older than some minutes the last one of each hour stays, for each witness. */
    void forgetMost(VerifierKey witness, Instant olderThan) {
        jdbc.sql("""
                        delete from ledger.cosignature c
                        where c.vkey = :vkey and c.received_at < :limit and exists (
                            select from ledger.cosignature later
                            where later.vkey = c.vkey and later.size > c.size and later.received_at < :limit
                                and date_trunc('hour', later.received_at, 'UTC')
                                    = date_trunc('hour', c.received_at, 'UTC'))
                            and c.received_at > :limit - interval '2 hours'""")
                .param("vkey", witness.format())
                .param("limit", utc(olderThan))
                .update();
        jdbc.sql("""
                        delete from ledger.cosigned_head h
                        where not exists (select from ledger.cosignature c where c.size = h.size)""").update();
    }

    /** The cosigned checkpoint that covers an entry and that most witnesses vouch for, the newest of those. */
    Optional<SignedNote> cosigned(long position) {
        var sql = """
                with newest as (
                    select size, note from ledger.cosigned_head where size > :position order by size desc limit :most
                )
                select n.size, n.note
                from newest n join ledger.cosignature c on c.size = n.size
                group by n.size, n.note order by count(*) desc, n.size desc limit 1""";
        return jdbc.sql(sql)
                .param("position", position)
                .param("most", NEWEST)
                .query((row, number) -> cosigned(row.getLong("size"), SignedNote.parse(row.getString("note"))))
                .optional();
    }

    /** This checkpoint with the cosignatures that there are. */
    SignedNote cosigned(long size, SignedNote note) {
        var lines = jdbc.sql("""
                        select c.line from ledger.cosignature c join ledger.cosigned_head h on h.size = c.size
                        where c.size = :size and starts_with(h.note, :text) order by c.vkey""")
                .param("size", size)
                .param("text", note.text())
                .query((row, number) ->
                        NoteSignature.parse(row.getString("line").stripTrailing()))
                .list();
        return note.with(lines);
    }

    Optional<Published> published() {
        return jdbc.sql("""
                        select published_size, published_note, published_at from ledger.witness_round
                        where published_note is not null""")
                .query((row, number) -> new Published(
                        row.getLong("published_size"),
                        SignedNote.parse(row.getString("published_note")),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Shows a checkpoint, unless a larger one is shown already. */
    void publish(long size, SignedNote note, Instant at) {
        jdbc.sql("""
                        update ledger.witness_round
                        set published_size = :size, published_note = :note, published_at = :at
                        where published_size <= :size""")
                .param("size", size)
                .param("note", note.format())
                .param("at", utc(at))
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        var trouble = row.getString("trouble");
        return new Row(
                row.getLong("seen_size"),
                instant(row, "cosigned_at"),
                instant(row, "behind_since"),
                trouble == null ? null : Trouble.valueOf(trouble),
                row.getString("detail"),
                row.getInt("failures"),
                instant(row, "next_try_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
