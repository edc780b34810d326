package org.openbeat.app.partners;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.partners.events.PartnerName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Partners by name, and by the hash of their key. */
@Repository
class JdbcPartnerSystems {
    private static final String SELECT = """
            select name, agency, answers, particulars, opened_at, key_issued_at, closed_at from partners.partner
            """;

    private final JdbcClient jdbc;

    JdbcPartnerSystems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PartnerSystem> all() {
        return jdbc.sql(SELECT + "order by closed_at is not null, name")
                .query(JdbcPartnerSystems::read)
                .list();
    }

    Optional<PartnerSystem> find(PartnerName name) {
        return jdbc.sql(SELECT + "where name = :name")
                .param("name", name.value())
                .query(JdbcPartnerSystems::read)
                .optional();
    }

    Optional<PartnerSystem> findByKey(byte[] hash) {
        return jdbc.sql(SELECT + "where key_hash = :hash and closed_at is null")
                .param("hash", hash)
                .query(JdbcPartnerSystems::read)
                .optional();
    }

    boolean add(PartnerSystem partner, byte[] keyHash) {
        return jdbc.sql("""
                        insert into partners.partner (name, agency, answers, particulars, key_hash, opened_at,
                            key_issued_at)
                        values (:name, :agency, :answers, :particulars, :hash, :at, :at)
                        on conflict (name) do nothing""")
                        .param("name", partner.name().value())
                        .param("agency", partner.agency().value())
                        .param("answers", partner.answers().value())
                        .param("particulars", partner.particulars())
                        .param("hash", keyHash)
                        .param("at", partner.openedAt().atOffset(UTC))
                        .update()
                == 1;
    }

    void setKey(PartnerName name, byte[] hash, Instant at) {
        jdbc.sql("update partners.partner set key_hash = :hash, key_issued_at = :at where name = :name")
                .param("hash", hash)
                .param("at", at.atOffset(UTC))
                .param("name", name.value())
                .update();
    }

    void setParticulars(PartnerName name, boolean particulars) {
        jdbc.sql("update partners.partner set particulars = :particulars where name = :name")
                .param("particulars", particulars)
                .param("name", name.value())
                .update();
    }

    void close(PartnerName name, Instant at) {
        jdbc.sql("update partners.partner set closed_at = :at where name = :name")
                .param("at", at.atOffset(UTC))
                .param("name", name.value())
                .update();
    }

    private static PartnerSystem read(ResultSet row, int number) throws SQLException {
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new PartnerSystem(
                new PartnerName(row.getString("name")),
                new AgencyId(row.getString("agency")),
                new AgencyId(row.getString("answers")),
                row.getBoolean("particulars"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("key_issued_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }
}
