package org.openbeat.app.ledger.keys;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.openbeat.engine.tlog.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the log has said about its keys. */
@Repository
class JdbcKeyNotices {
    private final JdbcClient jdbc;

    JdbcKeyNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SignedNote> list() {
        return jdbc.sql("select note from ledger.key_notice order by number")
                .query((row, number) -> SignedNote.parse(row.getString("note")))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from ledger.key_notice")
                .query(Long.class)
                .single();
    }

    void add(SignedNote notice, Instant at) {
        jdbc.sql("insert into ledger.key_notice (note, made_at) values (:note, :at)")
                .param("note", notice.format())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
