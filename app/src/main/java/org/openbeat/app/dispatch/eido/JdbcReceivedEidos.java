package org.openbeat.app.dispatch.eido;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcReceivedEidos implements ReceivedEidos {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcReceivedEidos(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void lock(String partner, String id) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:partner || ' ' || :id, 81))::text")
                .param("partner", partner)
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<ReceivedEido> find(String partner, String id) {
        return jdbc.sql("""
                        select incident, partner, document from dispatch.received_eido
                        where partner = :partner and eido = :id and document is not null""")
                .param("partner", partner)
                .param("id", id)
                .query(this::read)
                .optional();
    }

    @Override
    public List<ReceivedEido> of(IncidentId incident) {
        return jdbc.sql("""
                        select incident, partner, document from dispatch.received_eido
                        where incident = :incident and document is not null order by first_at, partner, eido""")
                .param("incident", incident.value())
                .query(this::read)
                .list();
    }

    @Override
    public void put(ReceivedEido received, Instant at) {
        jdbc.sql("""
                        insert into dispatch.received_eido (partner, eido, incident, document, first_at, at)
                        values (:partner, :id, :incident, cast(:document as jsonb), :at, :at)
                        on conflict (partner, eido) do update
                        set incident = excluded.incident, document = excluded.document, at = excluded.at""")
                .param("partner", received.partner())
                .param("id", received.eido().id())
                .param("incident", received.incident().value())
                .param("document", json.writeValueAsString(received.eido().json()))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private ReceivedEido read(ResultSet row, int number) throws SQLException {
        return new ReceivedEido(
                new IncidentId(row.getObject("incident", UUID.class)),
                row.getString("partner"),
                Eido.of(json.readTree(row.getString("document"))));
    }
}
