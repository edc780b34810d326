package org.openbeat.app.dispatch.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCatalogues implements Catalogues {
    private final JdbcClient jdbc;

    JdbcCatalogues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Catalogue get() {
        return new Catalogue(
                jdbc.sql("select level, name, name_zh, answer_within_seconds from dispatch.priority order by level")
                        .query((row, number) -> new Catalogue.PriorityName(
                                new Priority(row.getInt("level")),
                                row.getString("name"),
                                row.getString("name_zh"),
                                row.getInt("answer_within_seconds")))
                        .list(),
                jdbc.sql("""
                                select code, name, name_zh, priority, skills, units from dispatch.incident_type
                                where closed_at is null order by sort, code""").query(JdbcCatalogues::type).list(),
                jdbc.sql("""
                                select code, name, name_zh, public_outcome from dispatch.disposition
                                where closed_at is null order by sort, code""")
                        .query((row, number) -> new Catalogue.Disposition(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("name_zh"),
                                row.getString("public_outcome")))
                        .list(),
                jdbc.sql("select code, name, name_zh, statuses from dispatch.unit_type order by sort, code")
                        .query(JdbcCatalogues::unitType)
                        .list());
    }

    @Override
    public Optional<Catalogue.IncidentType> type(String code) {
        return jdbc.sql("""
                        select code, name, name_zh, priority, skills, units from dispatch.incident_type
                        where code = :code""").param("code", code).query(JdbcCatalogues::type).optional();
    }

    private static Catalogue.IncidentType type(ResultSet row, int number) throws SQLException {
        return new Catalogue.IncidentType(
                row.getString("code"),
                row.getString("name"),
                row.getString("name_zh"),
                new Priority(row.getInt("priority")),
                Set.of((String[]) row.getArray("skills").getArray()),
                row.getInt("units"));
    }

    private static Catalogue.UnitType unitType(ResultSet row, int number) throws SQLException {
        var statuses = EnumSet.noneOf(UnitStatus.class);
        Arrays.stream((String[]) row.getArray("statuses").getArray())
                .map(UnitStatus::valueOf)
                .forEach(statuses::add);
        return new Catalogue.UnitType(row.getString("code"), row.getString("name"), row.getString("name_zh"), statuses);
    }
}
