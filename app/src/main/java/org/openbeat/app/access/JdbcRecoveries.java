package org.openbeat.app.access;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of recoveries that wait. */
@Repository
class JdbcRecoveries {
    private final JdbcClient jdbc;

    JdbcRecoveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of an earlier one. */
    void add(Recovery recovery) {
        jdbc.sql("""
                        insert into access.recovery (account, proposer, approver, expires_at)
                        values (:account, :proposer, :approver, :expires)
                        on conflict (account) do update
                        set proposer = excluded.proposer, approver = excluded.approver, first_hash = null,
                            second_hash = null, expires_at = excluded.expires_at""")
                .param("account", recovery.account().value())
                .param("proposer", recovery.proposer().value())
                .param("approver", recovery.approver().value())
                .param("expires", recovery.expiresAt().atOffset(UTC))
                .update();
    }

    List<Recovery> handledBy(AccountId who, Instant now) {
        return jdbc.sql("""
                        select * from access.recovery
                        where (proposer = :who or approver = :who) and expires_at > :now order by expires_at""")
                .param("who", who.value())
                .param("now", now.atOffset(UTC))
                .query(JdbcRecoveries::recovery)
                .list();
    }

    /** Locked until the transaction ends, so that a part is shown once and a code used once. */
    Optional<Recovery> lock(AccountId account, Instant now) {
        return jdbc.sql("select * from access.recovery where account = :account and expires_at > :now for update")
                .param("account", account.value())
                .param("now", now.atOffset(UTC))
                .query(JdbcRecoveries::recovery)
                .optional();
    }

    void setFirst(AccountId account, byte[] hash) {
        jdbc.sql("update access.recovery set first_hash = :hash where account = :account")
                .param("account", account.value())
                .param("hash", hash)
                .update();
    }

    void setSecond(AccountId account, byte[] hash) {
        jdbc.sql("update access.recovery set second_hash = :hash where account = :account")
                .param("account", account.value())
                .param("hash", hash)
                .update();
    }

    void remove(AccountId account) {
        jdbc.sql("delete from access.recovery where account = :account")
                .param("account", account.value())
                .update();
    }

    private static Recovery recovery(ResultSet row, int number) throws SQLException {
        return new Recovery(
                new AccountId(row.getObject("account", UUID.class)),
                new AccountId(row.getObject("proposer", UUID.class)),
                new AccountId(row.getObject("approver", UUID.class)),
                row.getBytes("first_hash"),
                row.getBytes("second_hash"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
