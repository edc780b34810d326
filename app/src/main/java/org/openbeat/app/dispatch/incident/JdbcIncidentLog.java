package org.openbeat.app.dispatch.incident;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcIncidentLog implements IncidentLog {
    private final JdbcClient jdbc;
    private final Identifiers identifiers;
    private final JsonMapper json;

    JdbcIncidentLog(JdbcClient jdbc, Identifiers identifiers, JsonMapper json) {
        this.jdbc = jdbc;
        this.identifiers = identifiers;
        this.json = json;
    }

    @Override
    public int add(IncidentId incident, Entry entry, Actor actor, Instant at) {
        var unit = entry.unit();
        return jdbc.sql("""
                        with next as (
                            update dispatch.incident set last_sequence = last_sequence + 1
                            where id = :incident returning last_sequence)
                        insert into dispatch.log_entry (id, incident, sequence, kind, details, text, unit, event_at,
                            entered_at, by_id, by_name)
                        select cast(:id as uuid), cast(:incident as uuid), next.last_sequence, :kind,
                            cast(:details as jsonb), :text, cast(:unit as uuid), cast(:eventAt as timestamptz),
                            cast(:at as timestamptz), :byId, :byName from next
                        returning sequence""")
                .param("id", identifiers.next())
                .param("incident", incident.value())
                .param("kind", entry.kind().name())
                .param("details", json.writeValueAsString(entry.details()))
                .param("text", entry.text())
                .param("unit", unit == null ? null : unit.value(), java.sql.Types.OTHER)
                .param("eventAt", Timestamp.from(entry.happenedAt()))
                .param("at", Timestamp.from(at))
                .param("byId", actor.id())
                .param("byName", actor.name())
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean strike(IncidentId incident, int sequence, String reason, Actor actor, Instant at) {
        return jdbc.sql("""
                                update dispatch.log_entry
                                set struck_at = :at, struck_by = :byId, struck_by_name = :byName, struck_reason = :reason
                                where incident = :incident and sequence = :sequence and struck_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("byId", actor.id())
                        .param("byName", actor.name())
                        .param("reason", reason)
                        .param("incident", incident.value())
                        .param("sequence", sequence)
                        .update()
                == 1;
    }

    @Override
    public boolean hasNote(IncidentId incident, int sequence) {
        return jdbc.sql("""
                        select exists (select 1 from dispatch.log_entry
                        where incident = :incident and sequence = :sequence and kind in ('NOTE', 'CALL'))""")
                .param("incident", incident.value())
                .param("sequence", sequence)
                .query(Boolean.class)
                .single();
    }

    static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
