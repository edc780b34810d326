package org.openbeat.app.dispatch.rollcall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
@EnableConfigurationProperties(RollCallSettings.class)
class JdbcRollCalls implements RollCalls {
    private static final TypeReference<Map<String, String>> REASONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Identifiers identifiers;
    private final JsonMapper json;

    JdbcRollCalls(JdbcClient jdbc, Identifiers identifiers, JsonMapper json) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
        this.json = json;
    }

    /** A closed incident has nobody at it, whatever its rows say. */
    @Override
    public List<IncidentId> due(Instant before, int limit) {
        return jdbc.sql("""
                        select i.id from dispatch.incident i
                        where i.status <> 'CLOSED'
                            and exists (select from dispatch.assignment a where a.incident = i.id
                                and a.stage = 'ON_SCENE' and a.ended_at is null and a.on_scene_at <= :before)
                            and not exists (select from dispatch.roll_call r where r.incident = i.id and r.at > :before)
                        order by i.priority, i.opened_at limit :limit""")
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, number) -> new IncidentId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public void add(UUID id, IncidentId incident, List<UnitId> asked, Map<String, String> excluded, Instant at) {
        jdbc.sql("""
                        insert into dispatch.roll_call (id, incident, at, excluded)
                        values (:id, :incident, :at, cast(:excluded as jsonb))""")
                .param("id", id)
                .param("incident", incident.value())
                .param("at", Timestamp.from(at))
                .param("excluded", json.writeValueAsString(excluded))
                .update();
        for (var unit : asked) {
            jdbc.sql("insert into dispatch.roll_call_unit (id, roll_call, unit) values (:id, :call, :unit)")
                    .param("id", identifiers.next())
                    .param("call", id)
                    .param("unit", unit.value())
                    .update();
        }
    }

    @Override
    public Optional<RollCall> newest(IncidentId incident) {
        return jdbc.sql("""
                        select id, at, excluded from dispatch.roll_call where incident = :incident
                        order by at desc, id desc limit 1""")
                .param("incident", incident.value())
                .query((row, number) -> read(row))
                .optional();
    }

    private RollCall read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var at = row.getTimestamp("at").toInstant();
        var excluded = json.readValue(row.getString("excluded"), REASONS);
        var asked = jdbc.sql("""
                        select r.unit, u.call_sign, r.answered_at
                        from dispatch.roll_call_unit r join dispatch.on_incident u on u.unit = r.unit
                        join dispatch.roll_call c on c.id = r.roll_call and c.incident = u.incident
                        where r.roll_call = :id
                        group by r.unit, u.call_sign, r.answered_at order by u.call_sign""")
                .param("id", id)
                .query((unit, number) -> {
                    var answered = unit.getTimestamp("answered_at");
                    return new RollCall.Asked(
                            new UnitId(unit.getObject("unit", UUID.class)),
                            unit.getString("call_sign"),
                            answered == null ? null : answered.toInstant());
                })
                .list();
        return new RollCall(id, at, asked, excluded);
    }

    @Override
    public boolean answer(UUID rollCall, UnitId unit, Actor actor, Instant at) {
        return jdbc.sql("""
                                update dispatch.roll_call_unit
                                set answered_at = :at, answered_by = :by, answered_by_name = :name
                                where roll_call = :call and unit = :unit and answered_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("by", actor.id())
                        .param("name", actor.name())
                        .param("call", rollCall)
                        .param("unit", unit.value())
                        .update()
                == 1;
    }
}
