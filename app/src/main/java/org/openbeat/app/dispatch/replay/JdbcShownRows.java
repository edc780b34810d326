package org.openbeat.app.dispatch.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.dispatch.events.IncidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcShownRows implements ShownRows {
    private static final Scope.Columns INCIDENT_FACTS =
            new Scope.Columns("i.agency", "i.shared_with", "i.named", null, null);
    private static final Scope.Columns UNIT_FACTS = new Scope.Columns("u.agency", null, null, null, null);
    private static final String LAST = """
            cross join lateral (
                select s.subject, s.sequence, s.kind, s.at, s.content from dispatch.shown s
                where s.subject = %s and s.at <= cast(:at as timestamptz)
                order by s.sequence desc limit 1) s
            """;

    private final JdbcClient jdbc;

    JdbcShownRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(Collection<Shown> rows) {
        jdbc.sql("""
                        insert into dispatch.shown (subject, sequence, kind, at, content)
                        select * from unnest(cast(:subjects as uuid[]), cast(:sequences as bigint[]),
                            cast(:kinds as text[]), cast(:times as timestamptz[]), cast(:contents as text[]))
                        on conflict (subject, sequence) do nothing""")
                .param("subjects", rows.stream().map(Shown::subject).toArray(UUID[]::new))
                .param("sequences", rows.stream().map(Shown::sequence).toArray(Long[]::new))
                .param("kinds", rows.stream().map(row -> row.kind().name()).toArray(String[]::new))
                .param("times", rows.stream().map(row -> row.at().toString()).toArray(String[]::new))
                .param("contents", rows.stream().map(Shown::content).toArray(String[]::new))
                .update();
    }

    @Override
    public List<UUID> incidentsNeverShown() {
        return jdbc.sql("""
                        select i.id from dispatch.incident i where i.status <> 'CLOSED'
                        and not exists (select from dispatch.shown s where s.subject = i.id)""").query(UUID.class).list();
    }

    @Override
    public List<UUID> unitsNeverShown() {
        return jdbc.sql("""
                        select u.id from dispatch.unit u where u.closed_at is null
                        and not exists (select from dispatch.shown s where s.subject = u.id)""").query(UUID.class).list();
    }

    /** Whatever was closed again and again: it was on the board when its row of that moment says so. */
    @Override
    public List<Then> incidents(Scope reader, Instant at) {
        var seen = reader.on(INCIDENT_FACTS);
        return jdbc.sql("select s.*, i.closed_at from dispatch.incident i " + LAST.formatted("i.id") + """
                        where i.opened_at <= cast(:at as timestamptz)
                            and (i.closed_at is null or i.closed_at > cast(:at as timestamptz))
                            and cast(s.content as jsonb) ->> 'status' <> 'CLOSED' and
                        """ + seen.sql())
                .param("at", Timestamp.from(at))
                .params(seen.values())
                .query(JdbcShownRows::then)
                .list();
    }

    @Override
    public List<Then> units(Scope reader, Instant at) {
        var seen = reader.on(UNIT_FACTS);
        return jdbc.sql("select s.*, cast(null as timestamptz) as closed_at from dispatch.unit u "
                        + LAST.formatted("u.id") + """
                        where (u.closed_at is null or u.closed_at > cast(:at as timestamptz)) and
                        """ + seen.sql() + " order by u.call_sign")
                .param("at", Timestamp.from(at))
                .params(seen.values())
                .query(JdbcShownRows::then)
                .list();
    }

    @Override
    public List<Shown> of(IncidentId incident, int most) {
        return jdbc.sql("""
                        select subject, sequence, kind, at, content from dispatch.shown where subject = :incident
                        order by sequence limit :most""")
                .param("incident", incident.value())
                .param("most", most)
                .query(JdbcShownRows::shown)
                .list();
    }

    @Override
    public int forget(Instant before) {
        return jdbc.sql("""
                        delete from dispatch.shown s where s.at < cast(:before as timestamptz) and (
                            exists (select from dispatch.shown later where later.subject = s.subject
                                and later.sequence > s.sequence and later.at < cast(:before as timestamptz))
                            or exists (select from dispatch.incident i where i.id = s.subject
                                and i.closed_at < cast(:before as timestamptz)))""").param("before", Timestamp.from(before)).update();
    }

    private static Then then(ResultSet row, int number) throws SQLException {
        var closedAt = row.getTimestamp("closed_at");
        return new Then(shown(row, number), closedAt == null ? null : closedAt.toInstant());
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                row.getObject("subject", UUID.class),
                row.getLong("sequence"),
                Shown.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                row.getString("content"));
    }
}
