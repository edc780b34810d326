package org.openbeat.app.access;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.oidc.EndedElsewhere;
import org.openbeat.app.access.oidc.ProvedIdentity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of who is who at the identity provider, and of which sessions came from there. */
@Repository
class JdbcProviderIdentities {
    private final JdbcClient jdbc;

    JdbcProviderIdentities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountId> find(String issuer, String subject) {
        return jdbc.sql("select account from access.provider_identity where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    void link(String issuer, String subject, AccountId account, Instant at) {
        jdbc.sql("""
                        insert into access.provider_identity (issuer, subject, account, linked_at)
                        values (:issuer, :subject, :account, :at)""")
                .param("issuer", issuer)
                .param("subject", subject)
                .param("account", account.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    void remember(Secret session, ProvedIdentity identity) {
        jdbc.sql("""
                        insert into access.provider_session (session, issuer, subject, sid)
                        select id, :issuer, :subject, :sid from access.session where token_hash = :hash""")
                .param("hash", session.hash())
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("sid", identity.sid())
                .update();
    }

    /** A session here with whose it is. */
    record Opened(UUID session, AccountId account) {}

    List<Opened> openedFrom(EndedElsewhere ended) {
        return jdbc.sql("""
                        select s.id, s.account from access.provider_session p join access.session s on s.id = p.session
                        where p.issuer = :issuer
                        and (cast(:sid as text) is null or p.sid = :sid)
                        and (cast(:subject as text) is null or p.subject = :subject)""")
                .param("issuer", ended.issuer())
                .param("sid", ended.sid())
                .param("subject", ended.subject())
                .query((row, number) -> new Opened(
                        row.getObject("id", UUID.class), new AccountId(row.getObject("account", UUID.class))))
                .list();
    }
}
