package org.openbeat.app.dispatch.recommend;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.unit.Stage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkHistory implements WorkHistory {
    private final JdbcClient jdbc;

    JdbcWorkHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<UnitId, Current> current(Collection<UnitId> units) {
        var found = new HashMap<UnitId, Current>();
        jdbc.sql("""
                        select a.unit, i.priority, i.type, a.stage, a.on_scene_at
                        from dispatch.assignment a join dispatch.incident i on i.id = a.incident
                        where a.unit = any (:units) and a.ended_at is null and a.stage <> 'STACKED'""").param("units", ids(units)).query(row -> {
            var arrived = row.getTimestamp("on_scene_at");
            found.put(
                    new UnitId(row.getObject("unit", UUID.class)),
                    new Current(
                            row.getInt("priority"),
                            row.getString("type"),
                            Stage.valueOf(row.getString("stage")),
                            arrived == null ? null : arrived.toInstant()));
        });
        return found;
    }

    @Override
    public Map<UnitId, Double> workload(Instant now) {
        var found = new HashMap<UnitId, Double>();
        jdbc.sql("""
                        select u.id, least(1, sum(extract(epoch from coalesce(a.ended_at, :now)
                                - greatest(a.started_at, u.on_duty_since)))
                            / greatest(60, extract(epoch from :now - u.on_duty_since))) as share
                        from dispatch.unit u join dispatch.assignment a on a.unit = u.id
                        where u.on_duty_since is not null and u.closed_at is null and a.started_at is not null
                            and (a.ended_at is null or a.ended_at > u.on_duty_since)
                        group by u.id, u.on_duty_since""").param("now", Timestamp.from(now)).query(row -> {
            found.put(new UnitId(row.getObject("id", UUID.class)), Math.max(0, row.getDouble("share")));
        });
        return found;
    }

    @Override
    public Map<String, Duration> usualTimeOnScene(Instant since) {
        var found = new HashMap<String, Duration>();
        jdbc.sql("""
                        select i.type, percentile_cont(0.5) within group
                            (order by extract(epoch from a.ended_at - a.on_scene_at)) as seconds
                        from dispatch.assignment a join dispatch.incident i on i.id = a.incident
                        where a.ended_at >= :since and a.on_scene_at is not null
                        group by i.type""").param("since", Timestamp.from(since)).query(row -> {
            found.put(row.getString("type"), Duration.ofSeconds(Math.round(row.getDouble("seconds"))));
        });
        return found;
    }

    private static UUID[] ids(Collection<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
