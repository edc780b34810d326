package org.openbeat.app.dispatch.plan;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPastCalls implements PastCalls {
    private static final Scope.Columns FACTS = new Scope.Columns("i.agency", "i.shared_with", "i.named", null, null);

    private final JdbcClient jdbc;

    JdbcPastCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A stay whose end comes before its beginning, by the phone's clock and the room's, tells nothing of how long it was. */
    @Override
    public List<PastCall> between(Scope reader, Instant from, Instant to, int most) {
        var seen = reader.on(FACTS);
        return jdbc.sql("""
                        select i.opened_at, i.latitude, i.longitude, i.type, i.priority,
                            (select max(extract(epoch from a.ended_at - a.on_scene_at)) from dispatch.on_incident a
                                where a.incident = i.id and a.ended_at >= a.on_scene_at)
                                as stayed
                        from dispatch.incident i
                        where i.opened_at >= :from and i.opened_at < :to and i.latitude is not null
                            and i.duplicate_of is null and\s""" + seen.sql() + """
                         order by i.opened_at, i.id limit :most""")
                .params(seen.values())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", most)
                .query(JdbcPastCalls::call)
                .list();
    }

    private static PastCall call(ResultSet row, int number) throws SQLException {
        var stayed = row.getObject("stayed", BigDecimal.class);
        return new PastCall(
                row.getTimestamp("opened_at").toInstant(),
                new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getString("type"),
                row.getInt("priority"),
                stayed == null ? null : Duration.ofMillis(Math.round(stayed.doubleValue() * 1000)));
    }
}
