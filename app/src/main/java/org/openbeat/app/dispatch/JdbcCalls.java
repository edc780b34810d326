package org.openbeat.app.dispatch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalls implements Calls {
    private final JdbcClient jdbc;

    JdbcCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID id, IncidentId incident, NewCall call, Actor takenBy, Instant receivedAt, Instant enteredAt) {
        jdbc.sql("""
                        insert into dispatch.call (id, incident, caller_name, caller_phone, location_text, notes,
                            received_at, entered_at, taken_by, taken_by_name)
                        values (:id, :incident, :name, :phone, :location, :notes, :receivedAt, :enteredAt, :by,
                            :byName)""")
                .param("id", id)
                .param("incident", incident.value())
                .param("name", call.callerName())
                .param("phone", call.callerPhone())
                .param("location", call.locationText())
                .param("notes", call.notes())
                .param("receivedAt", Timestamp.from(receivedAt))
                .param("enteredAt", Timestamp.from(enteredAt))
                .param("by", takenBy.id())
                .param("byName", takenBy.name())
                .update();
    }
}
