package org.openbeat.app.dispatch;

import java.util.Optional;
import org.openbeat.app.dispatch.incident.Priority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCodes implements Codes {
    private final JdbcClient jdbc;

    JdbcCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Priority> priorityOf(String type) {
        return jdbc.sql("select priority from dispatch.incident_type where code = :code and closed_at is null")
                .param("code", type)
                .query((row, number) -> new Priority(row.getInt("priority")))
                .optional();
    }

    @Override
    public Optional<String> publicOutcomeOf(String disposition) {
        return jdbc.sql("select public_outcome from dispatch.disposition where code = :code and closed_at is null")
                .param("code", disposition)
                .query(String.class)
                .optional();
    }
}
