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

@Repository
class JdbcSessions implements Sessions {
    private final JdbcClient jdbc;

    JdbcSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Open> find(Secret token, Instant startedAfter, Instant seenAfter) {
        return jdbc.sql("""
                        select s.id as session, s.started_at, s.seen_at, s.client,
                               s.confirmed_at, s.means, s.second_factor,
                               a.id, a.user_name, a.name, a.password_hash, a.agency, a.roles, a.must_change_password
                        from access.session s join access.account a on a.id = s.account
                        where s.token_hash = :hash and a.closed_at is null
                        and s.started_at > :started and s.seen_at > :seen""")
                .param("hash", token.hash())
                .param("started", startedAfter.atOffset(UTC))
                .param("seen", seenAfter.atOffset(UTC))
                .query((row, number) -> new Open(session(row, number), JdbcAccounts.member(row, number)))
                .optional();
    }

    @Override
    public List<Session> of(AccountId account, Instant startedAfter, Instant seenAfter) {
        return jdbc.sql("""
                        select id as session, started_at, seen_at, client, confirmed_at, means, second_factor
                        from access.session
                        where account = :account and started_at > :started and seen_at > :seen
                        order by seen_at desc, id""")
                .param("account", account.value())
                .param("started", startedAfter.atOffset(UTC))
                .param("seen", seenAfter.atOffset(UTC))
                .query(JdbcSessions::session)
                .list();
    }

    @Override
    public void add(Session session, Secret token, AccountId account) {
        jdbc.sql("""
                        insert into access.session
                            (id, token_hash, account, started_at, seen_at, client, confirmed_at, means, second_factor)
                        values (:id, :hash, :account, :started, :seen, :client, :confirmed, :means, :second)""")
                .param("id", session.id())
                .param("hash", token.hash())
                .param("account", account.value())
                .param("started", session.startedAt().atOffset(UTC))
                .param("seen", session.seenAt().atOffset(UTC))
                .param("client", session.client())
                .param("confirmed", session.proof().at().atOffset(UTC))
                .param("means", session.proof().means())
                .param("second", session.proof().secondFactor())
                .update();
    }

    @Override
    public void seen(UUID session, Instant at) {
        jdbc.sql("update access.session set seen_at = :at where id = :id and seen_at < :at")
                .param("id", session)
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public void confirmed(UUID session, Instant at) {
        jdbc.sql("update access.session set confirmed_at = :at where id = :id")
                .param("id", session)
                .param("at", at.atOffset(UTC))
                .update();
    }

    @Override
    public void provedTwice(UUID session) {
        jdbc.sql("update access.session set second_factor = true where id = :id")
                .param("id", session)
                .update();
    }

    @Override
    public boolean end(AccountId account, UUID session) {
        return jdbc.sql("delete from access.session where id = :id and account = :account")
                        .param("id", session)
                        .param("account", account.value())
                        .update()
                > 0;
    }

    @Override
    public void endAll(AccountId account) {
        jdbc.sql("delete from access.session where account = :account")
                .param("account", account.value())
                .update();
    }

    @Override
    public int endOthers(AccountId account, UUID kept) {
        return jdbc.sql("delete from access.session where account = :account and id <> :kept")
                .param("account", account.value())
                .param("kept", kept)
                .update();
    }

    @Override
    public void clear(Instant startedBefore, Instant seenBefore) {
        jdbc.sql("delete from access.session where seen_at < :seen or started_at < :started")
                .param("seen", seenBefore.atOffset(UTC))
                .param("started", startedBefore.atOffset(UTC))
                .update();
    }

    @Override
    public boolean knows(AccountId account, Secret device) {
        return jdbc.sql("""
                        select exists (select from access.known_device
                            where account = :account and token_hash = :hash)""")
                .param("account", account.value())
                .param("hash", device.hash())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void remember(AccountId account, Secret device, Instant at) {
        jdbc.sql("""
                        insert into access.known_device (account, token_hash, last_used_at)
                        values (:account, :hash, :at)
                        on conflict (account, token_hash) do update set last_used_at = excluded.last_used_at""")
                .param("account", account.value())
                .param("hash", device.hash())
                .param("at", at.atOffset(UTC))
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        return new Session(
                row.getObject("session", UUID.class),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getString("client"),
                new Session.Proof(
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant(),
                        row.getString("means"),
                        row.getBoolean("second_factor")));
    }
}
