package org.openbeat.app.dispatch.intervals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcResponseRecords implements ResponseRecords {
    private static final Scope.Columns FACTS = new Scope.Columns("i.agency", "i.shared_with", "i.named", null, null);

    private final JdbcClient jdbc;

    JdbcResponseRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit that only had it in its stack was not dispatched; the last unit to leave clears it. */
    @Override
    public List<ResponseTimes> between(Scope reader, Instant from, Instant to, Instant now, int most) {
        var seen = reader.on(FACTS);
        return jdbc.sql("""
                        select i.beat, i.priority, i.zone,
                            least(i.opened_at, (select min(c.received_at) from dispatch.call c
                                where c.incident = i.id)) as called,
                            a.dispatched, a.en_route, a.arrived, a.cleared, i.closed_at
                        from dispatch.incident i cross join lateral (
                            select min(a.started_at) as dispatched, min(a.en_route_at) as en_route,
                                min(a.on_scene_at) as arrived,
                                case when bool_and(a.ended_at is not null) then max(a.ended_at) end as cleared
                            from dispatch.on_incident a where a.incident = i.id) a
                        where i.opened_at >= :from and i.opened_at < :to and i.duplicate_of is null and
                        """ + seen.sql() + " order by i.opened_at desc limit :most")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", most)
                .params(seen.values())
                .query((row, number) -> times(row, now))
                .list();
    }

    private static ResponseTimes times(ResultSet row, Instant now) throws SQLException {
        var closedAt = instant(row, "closed_at");
        return new ResponseTimes(
                row.getString("beat"),
                row.getInt("priority"),
                ZoneId.of(row.getString("zone")),
                row.getTimestamp("called").toInstant(),
                instant(row, "dispatched"),
                instant(row, "en_route"),
                instant(row, "arrived"),
                instant(row, "cleared"),
                closedAt == null ? now : closedAt);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
