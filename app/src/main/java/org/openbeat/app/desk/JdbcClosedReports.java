package org.openbeat.app.desk;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which closed reports may be judged by lot. */
@Repository
class JdbcClosedReports {
    private static final String JUDGED = """
            closed_at is not null and status <> 'WITHDRAWN' and named is null and erased_at is null
                and category <> all (array(select code from desk.category where about_officer or readers <> '{}'))
            """;

    private final JdbcClient jdbc;

    JdbcClosedReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> ids(Instant begin, Instant end) {
        return jdbc.sql("select id from desk.report where closed_at >= :begin and closed_at < :end and " + JUDGED)
                .param("begin", begin.atOffset(UTC))
                .param("end", end.atOffset(UTC))
                .query(UUID.class)
                .list();
    }

    boolean has(UUID id) {
        return jdbc.sql("select exists (select from desk.report where id = :id and " + JUDGED + ")")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }
}
