package org.openbeat.app.dispatch.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlanVersions implements PlanVersions {
    private static final String VERSION = """
            select id, agency, version, text, note, published_at, published_by_name from dispatch.response_plan
            """;

    private final JdbcClient jdbc;

    JdbcPlanVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<PlanVersion> inForce(AgencyId agency) {
        return jdbc.sql(VERSION + """
                        where agency = any (:line) order by length(agency) desc, version desc limit 1""")
                .param("line", line(agency))
                .query(JdbcPlanVersions::version)
                .optional();
    }

    /** The agency and all above it. */
    private static String[] line(AgencyId agency) {
        var line = new ArrayList<String>();
        for (var end = agency.value().length(); end > 0; end = agency.value().lastIndexOf('/', end - 1)) {
            line.add(agency.value().substring(0, end));
        }
        return line.toArray(String[]::new);
    }

    @Override
    public List<PlanVersion> of(AgencyId agency) {
        return jdbc.sql(VERSION + "where agency = :agency order by version desc")
                .param("agency", agency.value())
                .query(JdbcPlanVersions::version)
                .list();
    }

    @Override
    public boolean add(PlanVersion version, Actor actor) {
        return jdbc.sql("""
                        insert into dispatch.response_plan
                            (id, agency, version, text, note, published_at, published_by, published_by_name)
                        values (:id, :agency, :version, :text, :note, :at, :by, :name)
                        on conflict (agency, version) do nothing""")
                        .param("id", version.id())
                        .param("agency", version.agency().value())
                        .param("version", version.version())
                        .param("text", version.text())
                        .param("note", version.note())
                        .param("at", Timestamp.from(version.publishedAt()))
                        .param("by", actor.id())
                        .param("name", version.publishedBy())
                        .update()
                == 1;
    }

    private static PlanVersion version(ResultSet row, int number) throws SQLException {
        return new PlanVersion(
                row.getObject("id", UUID.class),
                new AgencyId(row.getString("agency")),
                row.getInt("version"),
                row.getString("text"),
                row.getString("note"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("published_by_name"));
    }
}
