package org.openbeat.app.access;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.openbeat.app.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSignInFailures implements SignInFailures {
    private final JdbcClient jdbc;

    JdbcSignInFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Count> find(String userName, String source) {
        return jdbc.sql("""
                        select failures, last_at from access.sign_in_failure
                        where name_hash = :name and source = :source""")
                .param("name", hash(userName))
                .param("source", source)
                .query((row, number) -> new Count(
                        row.getInt("failures"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public void add(String userName, String source, Instant at) {
        jdbc.sql("""
                        insert into access.sign_in_failure (name_hash, source, failures, last_at)
                        values (:name, :source, 1, :at)
                        on conflict (name_hash, source) do update
                        set failures = sign_in_failure.failures + 1, last_at = excluded.last_at""")
                .param("name", hash(userName))
                .param("source", source)
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public void clear(String userName, String source) {
        jdbc.sql("delete from access.sign_in_failure where name_hash = :name and source = :source")
                .param("name", hash(userName))
                .param("source", source)
                .update();
    }

    @Override
    public void clearBefore(Instant last) {
        jdbc.sql("delete from access.sign_in_failure where last_at < :last")
                .param("last", last.atOffset(UTC))
                .update();
    }

    private static byte[] hash(String userName) {
        return Sha256.of(userName.strip().toLowerCase(Locale.ROOT));
    }
}
