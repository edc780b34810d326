package org.openbeat.app.dispatch.contractor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcContractors implements Contractors {
    /** Being passed over costs nobody the turn: only a call does. */
    private static final String LIST = """
            select c.id, c.service, c.name, c.phone, c.listed_at, (select max(t.at) from dispatch.contractor_turn t
                where t.contractor = c.id and t.skipped_because is null) as called_at
            from dispatch.contractor c where c.agency = :agency and c.closed_at is null
            """;

    private static final String ORDER = " order by service, called_at nulls first, listed_at, id";

    private final JdbcClient jdbc;

    JdbcContractors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(AgencyId agency) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('dispatch.contractors ' || :agency))")
                .param("agency", agency.value())
                .query((row, number) -> 0)
                .single();
    }

    @Override
    public void add(UUID id, AgencyId agency, ContractorService service, String name, String phone, Instant at) {
        jdbc.sql("""
                        insert into dispatch.contractor (id, agency, service, name, phone, listed_at)
                        values (:id, :agency, :service, :name, :phone, :at)""")
                .param("id", id)
                .param("agency", agency.value())
                .param("service", service.name())
                .param("name", name)
                .param("phone", phone)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public boolean close(UUID id, AgencyId agency, Instant at) {
        return jdbc.sql("""
                                update dispatch.contractor set closed_at = :at
                                where id = :id and agency = :agency and closed_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .param("agency", agency.value())
                        .update()
                == 1;
    }

    @Override
    public List<Contractor> list(AgencyId agency) {
        return jdbc.sql(LIST + ORDER)
                .param("agency", agency.value())
                .query(JdbcContractors::read)
                .list();
    }

    @Override
    public List<Contractor> next(AgencyId agency, IncidentId incident) {
        return jdbc.sql("select distinct on (service) * from (" + LIST + """
                        and not exists (select from dispatch.contractor_turn t
                            where t.contractor = c.id and t.incident = :incident)) as waiting""" + ORDER)
                .param("agency", agency.value())
                .param("incident", incident.value())
                .query(JdbcContractors::read)
                .list();
    }

    @Override
    public void turn(
            UUID id, UUID contractor, IncidentId incident, @Nullable String skippedBecause, Actor actor, Instant at) {
        jdbc.sql("""
                        insert into dispatch.contractor_turn (id, contractor, incident, skipped_because, at, by_id, by_name)
                        values (:id, :contractor, :incident, :reason, :at, :by, :name)""")
                .param("id", id)
                .param("contractor", contractor)
                .param("incident", incident.value())
                .param("reason", skippedBecause, Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("by", actor.id())
                .param("name", actor.name())
                .update();
    }

    private static Contractor read(ResultSet row, int number) throws SQLException {
        var called = row.getTimestamp("called_at");
        return new Contractor(
                row.getObject("id", UUID.class),
                ContractorService.valueOf(row.getString("service")),
                row.getString("name"),
                row.getString("phone"),
                called == null ? null : called.toInstant());
    }
}
