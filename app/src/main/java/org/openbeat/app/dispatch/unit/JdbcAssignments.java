package org.openbeat.app.dispatch.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAssignments implements Assignments {
    private static final String COLUMNS = """
            select id, incident, unit, stage, place,
                case stage when 'ACKNOWLEDGED' then acknowledged_at when 'EN_ROUTE' then en_route_at
                    when 'ON_SCENE' then on_scene_at when 'TRANSPORTING' then transporting_at
                    when 'ASSIGNED' then started_at else coalesce(ended_at, assigned_at) end as reached_at
            from dispatch.assignment
            """;

    private final JdbcClient jdbc;

    JdbcAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID id, IncidentId incident, UnitId unit, Stage stage, int place, String by, Instant at) {
        jdbc.sql("""
                        insert into dispatch.assignment (id, incident, unit, stage, place, assigned_at, assigned_by,
                            started_at)
                        values (:id, :incident, :unit, :stage, :place, :at, :by,
                            case when :stage = 'STACKED' then null else cast(:at as timestamptz) end)""")
                .param("id", id)
                .param("incident", incident.value())
                .param("unit", unit.value())
                .param("stage", stage.name())
                .param("place", place)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
    }

    @Override
    public List<Assignment> ofUnits(Collection<UnitId> units) {
        return jdbc.sql(COLUMNS + """
                        where unit = any (:units) and ended_at is null
                        order by unit, case stage when 'STACKED' then 1 else 0 end, place, id""")
                .param("units", units.stream().map(UnitId::value).toArray(UUID[]::new))
                .query(JdbcAssignments::read)
                .list();
    }

    @Override
    public List<Assignment> ofIncident(IncidentId incident) {
        return jdbc.sql(COLUMNS + "where incident = :incident and ended_at is null order by unit")
                .param("incident", incident.value())
                .query(JdbcAssignments::read)
                .list();
    }

    @Override
    public Optional<Assignment> newest(UnitId unit, IncidentId incident) {
        return jdbc.sql(COLUMNS + """
                        where unit = :unit and incident = :incident
                        order by assigned_at desc, id desc limit 1""")
                .param("unit", unit.value())
                .param("incident", incident.value())
                .query(JdbcAssignments::read)
                .optional();
    }

    @Override
    public void advance(UUID id, Stage stage, Instant reachedAt) {
        jdbc.sql("update dispatch.assignment set stage = :stage, place = 0 where id = :id")
                .param("stage", stage.name())
                .param("id", id)
                .update();
        recordLate(id, stage, reachedAt);
    }

    /** The first time counts: a unit that comes back to a scene was there before. */
    @Override
    public void recordLate(UUID id, Stage stage, Instant reachedAt) {
        jdbc.sql("""
                        update dispatch.assignment set
                            started_at = case when :stage = 'ASSIGNED' then :at else started_at end,
                            acknowledged_at = case when :stage = 'ACKNOWLEDGED'
                                then least(acknowledged_at, :at) else acknowledged_at end,
                            en_route_at = case when :stage = 'EN_ROUTE'
                                then least(en_route_at, :at) else en_route_at end,
                            on_scene_at = case when :stage = 'ON_SCENE'
                                then least(on_scene_at, :at) else on_scene_at end,
                            transporting_at = case when :stage = 'TRANSPORTING'
                                then least(transporting_at, :at) else transporting_at end
                        where id = :id""")
                .param("stage", stage.name())
                .param("at", Timestamp.from(reachedAt))
                .param("id", id)
                .update();
    }

    @Override
    public void stackAgain(UUID id, int place) {
        jdbc.sql("update dispatch.assignment set stage = 'STACKED', place = :place where id = :id")
                .param("place", place)
                .param("id", id)
                .update();
    }

    @Override
    public void end(UUID id, Stage stage, Instant at) {
        jdbc.sql("update dispatch.assignment set stage = :stage, ended_at = :at where id = :id")
                .param("stage", stage.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    @Override
    public void estimate(UUID id, long seconds, boolean byRoad) {
        jdbc.sql("""
                        update dispatch.assignment set estimate_seconds = :seconds, estimate_by_road = :byRoad
                        where id = :id""")
                .param("seconds", seconds)
                .param("byRoad", byRoad)
                .param("id", id)
                .update();
    }

    private static Assignment read(ResultSet row, int number) throws SQLException {
        var reached = row.getTimestamp("reached_at");
        return new Assignment(
                row.getObject("id", UUID.class),
                new IncidentId(row.getObject("incident", UUID.class)),
                new UnitId(row.getObject("unit", UUID.class)),
                Stage.valueOf(row.getString("stage")),
                row.getInt("place"),
                reached == null ? null : reached.toInstant());
    }
}
