package org.openbeat.app.access.steps;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.steps.PendingStep.Kind;
import org.openbeat.app.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPendingSteps {
    private final JdbcClient jdbc;

    JdbcPendingSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String token, Kind kind, PendingStep step, Instant expires) {
        jdbc.sql("""
                        insert into access.pending_step (token_hash, kind, account, state, expires_at)
                        values (:hash, :kind, :account, :state, :expires)""")
                .param("hash", Sha256.of(token))
                .param("kind", kind.name())
                .param("account", step.owner().map(AccountId::value).orElse(null))
                .param("state", step.state())
                .param("expires", expires.atOffset(UTC))
                .update();
    }

    Optional<PendingStep> find(String token, Kind kind, Instant now) {
        return jdbc.sql("""
                        select account, state from access.pending_step
                        where token_hash = :hash and kind = :kind and expires_at > :now""")
                .param("hash", Sha256.of(token))
                .param("kind", kind.name())
                .param("now", now.atOffset(UTC))
                .query(JdbcPendingSteps::step)
                .optional();
    }

    Optional<PendingStep> take(String token, Kind kind, Instant now) {
        return jdbc.sql("""
                        delete from access.pending_step
                        where token_hash = :hash and kind = :kind and expires_at > :now
                        returning account, state""")
                .param("hash", Sha256.of(token))
                .param("kind", kind.name())
                .param("now", now.atOffset(UTC))
                .query(JdbcPendingSteps::step)
                .optional();
    }

    void clear(Instant expiredBefore) {
        jdbc.sql("delete from access.pending_step where expires_at < :before")
                .param("before", expiredBefore.atOffset(UTC))
                .update();
    }

    private static PendingStep step(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account", UUID.class);
        return new PendingStep(account == null ? null : new AccountId(account), row.getString("state"));
    }
}
