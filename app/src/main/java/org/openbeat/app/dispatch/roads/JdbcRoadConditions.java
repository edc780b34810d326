package org.openbeat.app.dispatch.roads;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.RoadConditionId;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoadConditions implements RoadConditions {
    private static final String COLUMNS = """
            select id, agency, latitude, longitude, metres, time_factor, place, reason, set_at, until
            from dispatch.road_condition
            """;

    private final JdbcClient jdbc;

    JdbcRoadConditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(RoadCondition condition) {
        jdbc.sql("""
                        insert into dispatch.road_condition
                            (id, agency, latitude, longitude, metres, time_factor, place, reason, set_at, until)
                        values (:id, :agency, :latitude, :longitude, :metres, :factor, :place, :reason, :at, :until)""")
                .param("id", condition.id().value())
                .param("agency", condition.agency().value())
                .param("latitude", condition.at().latitude())
                .param("longitude", condition.at().longitude())
                .param("metres", condition.metres())
                .param("factor", condition.timeFactor())
                .param("place", condition.place())
                .param("reason", condition.reason())
                .param("at", Timestamp.from(condition.setAt()))
                .param("until", condition.until() == null ? null : Timestamp.from(condition.until()))
                .update();
    }

    @Override
    public boolean lift(RoadConditionId id, Instant at) {
        return jdbc.sql("update dispatch.road_condition set lifted_at = :at where id = :id and lifted_at is null")
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    @Override
    public Optional<RoadCondition> find(RoadConditionId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(JdbcRoadConditions::read)
                .optional();
    }

    @Override
    public List<RoadCondition> inForce(Instant at) {
        return jdbc.sql(COLUMNS + """
                        where lifted_at is null and (until is null or until > :at) order by set_at desc, id""")
                .param("at", Timestamp.from(at))
                .query(JdbcRoadConditions::read)
                .list();
    }

    private static RoadCondition read(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("until");
        return new RoadCondition(
                new RoadConditionId(row.getObject("id", UUID.class)),
                new AgencyId(row.getString("agency")),
                new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getInt("metres"),
                row.getBigDecimal("time_factor"),
                row.getString("place"),
                row.getString("reason"),
                row.getTimestamp("set_at").toInstant(),
                until == null ? null : until.toInstant());
    }
}
