package org.openbeat.app.dispatch.live;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcChanges implements Changes {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcChanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void append(Map<ChangeFeed.Subject, ? extends Collection<String>> subjects) {
        long sequence = jdbc.sql("update dispatch.feed set last = last + :count returning last")
                        .param("count", subjects.size())
                        .query(Long.class)
                        .single()
                - subjects.size();
        var at = Timestamp.from(clock.instant());
        for (var change : subjects.entrySet()) {
            jdbc.sql("""
                            insert into dispatch.change (sequence, kind, subject, agencies, at)
                            values (:sequence, :kind, :subject, :agencies, :at)""")
                    .param("sequence", ++sequence)
                    .param("kind", change.getKey().kind().name())
                    .param("subject", change.getKey().id())
                    .param("agencies", change.getValue().toArray(String[]::new))
                    .param("at", at)
                    .update();
        }
    }

    @Override
    public long last() {
        return jdbc.sql("select last from dispatch.feed").query(Long.class).single();
    }

    @Override
    public long oldest() {
        return jdbc.sql("select coalesce(min(sequence), 0) from dispatch.change")
                .query(Long.class)
                .single();
    }

    @Override
    public List<Change> after(long sequence, int limit) {
        return jdbc.sql("""
                        select sequence, kind, subject, agencies, at from dispatch.change
                        where sequence > :sequence order by sequence limit :limit""")
                .param("sequence", sequence)
                .param("limit", limit)
                .query(JdbcChanges::read)
                .list();
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("delete from dispatch.change where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static Change read(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("sequence"),
                new ChangeFeed.Subject(
                        ChangeFeed.Kind.valueOf(row.getString("kind")), row.getObject("subject", UUID.class)),
                Set.of((String[]) row.getArray("agencies").getArray()),
                row.getTimestamp("at").toInstant());
    }
}
