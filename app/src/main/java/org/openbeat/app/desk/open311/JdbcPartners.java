package org.openbeat.app.desk.open311;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Partners by the hash of their key, and the tokens of urgent reports by theirs. */
@Repository
class JdbcPartners {
    private final JdbcClient jdbc;

    JdbcPartners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Partner> find(byte[] keyHash) {
        return jdbc.sql("select name, agency from desk.partner where key_hash = :hash and closed_at is null")
                .param("hash", keyHash)
                .query((row, number) -> new Partner(row.getString("name"), new AgencyId(row.getString("agency"))))
                .optional();
    }

    boolean add(Partner partner, byte[] keyHash, Instant at) {
        return jdbc.sql("""
                        insert into desk.partner (name, agency, key_hash, created_at)
                        values (:name, :agency, :hash, :at) on conflict (name) do nothing""")
                        .param("name", partner.name())
                        .param("agency", partner.agency().value())
                        .param("hash", keyHash)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Partner> close(String name, Instant at) {
        return jdbc.sql("""
                        update desk.partner set closed_at = :at where name = :name and closed_at is null
                        returning name, agency""")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .query((row, number) -> new Partner(row.getString("name"), new AgencyId(row.getString("agency"))))
                .optional();
    }

    void addToken(byte[] tokenHash, Reference reference, Instant at) {
        jdbc.sql("""
                        insert into desk.open311_token (token_hash, reference, issued_at)
                        values (:hash, :reference, :at) on conflict (token_hash) do nothing""")
                .param("hash", tokenHash)
                .param("reference", reference.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Reference> findByToken(byte[] tokenHash) {
        return jdbc.sql("select reference from desk.open311_token where token_hash = :hash")
                .param("hash", tokenHash)
                .query((row, number) -> new Reference(row.getString("reference")))
                .optional();
    }
}
