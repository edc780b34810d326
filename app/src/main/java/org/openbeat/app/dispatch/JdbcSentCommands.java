package org.openbeat.app.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import org.openbeat.app.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSentCommands implements SentCommands {
    private final JdbcClient jdbc;

    JdbcSentCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean claim(Actor actor, CommandKey key, byte[] contentHash, Instant at) {
        return jdbc.sql("""
                                insert into dispatch.command (actor, key, content_hash, at)
                                values (:actor, :key, :hash, :at) on conflict do nothing""")
                        .param("actor", name(actor))
                        .param("key", key.value())
                        .param("hash", contentHash)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    @Override
    public void answer(Actor actor, CommandKey key, String answer) {
        jdbc.sql("""
                        update dispatch.command set answer = cast(:answer as jsonb)
                        where actor = :actor and key = :key""")
                .param("answer", answer)
                .param("actor", name(actor))
                .param("key", key.value())
                .update();
    }

    @Override
    public Sent find(Actor actor, CommandKey key) {
        return jdbc.sql("select content_hash, answer from dispatch.command where actor = :actor and key = :key")
                .param("actor", name(actor))
                .param("key", key.value())
                .query((row, number) -> new Sent(row.getBytes("content_hash"), row.getString("answer")))
                .single();
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("delete from dispatch.command where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static String name(Actor actor) {
        return actor.kind() + ":" + actor.id();
    }
}
