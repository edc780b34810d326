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

    /** One statement, because the row stays locked from here to the commit. */
    @Override
    public void append(Map<ChangeFeed.Subject, ? extends Collection<String>> subjects) {
        var entries = List.copyOf(subjects.entrySet());
        jdbc.sql("""
                        with taken as (update dispatch.feed set last = last + :count returning last - :count as before)
                        insert into dispatch.change (sequence, kind, subject, agencies, at)
                        select taken.before + item.place, item.kind, item.subject,
                            string_to_array(item.agencies, ' '), cast(:at as timestamptz)
                        from taken, unnest(cast(:kinds as text[]), cast(:subjects as uuid[]), cast(:agencies as text[]))
                            with ordinality as item (kind, subject, agencies, place)""")
                .param("count", entries.size())
                .param(
                        "kinds",
                        entries.stream()
                                .map(each -> each.getKey().kind().name())
                                .toArray(String[]::new))
                .param(
                        "subjects",
                        entries.stream().map(each -> each.getKey().id()).toArray(UUID[]::new))
                .param(
                        "agencies",
                        entries.stream()
                                .map(each -> String.join(" ", each.getValue()))
                                .toArray(String[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .update();
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
