package org.openbeat.app.partners.delivery;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.partners.events.PartnerName;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Subscriptions, and their sealed secrets. */
@Repository
class JdbcSubscriptions {
    private static final String SELECT = """
            select s.id, s.partner, s.target, s.types, s.fields, s.batch, s.state, s.reason, s.rate, s.opened_at
            from partners.subscription s join partners.partner p on p.name = s.partner
            """;

    private final JdbcClient jdbc;

    JdbcSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sealed, as they stand in the table. */
    record Secrets(
            byte[] secret,
            byte @Nullable [] former,
            @Nullable Instant formerUntil,
            byte[] token) {}

    void add(Subscription subscription, @Nullable Secrets secrets, byte[] confirmHash) {
        jdbc.sql("""
                        insert into partners.subscription (id, partner, target, types, fields, batch, state, secret,
                            token, confirm_hash, opened_at)
                        values (:id, :partner, :target, :types, :fields, :batch, :state, :secret, :token, :confirm, :at)""")
                .param("id", subscription.id().value())
                .param("partner", subscription.partner().value())
                .param("target", subscription.target())
                .param("types", subscription.types().toArray(String[]::new))
                .param("fields", subscription.fields().toArray(String[]::new))
                .param("batch", subscription.batch())
                .param("state", subscription.state().name())
                .param("secret", secrets == null ? null : secrets.secret(), java.sql.Types.BINARY)
                .param("token", secrets == null ? null : secrets.token(), java.sql.Types.BINARY)
                .param("confirm", confirmHash)
                .param("at", subscription.openedAt().atOffset(UTC))
                .update();
    }

    /** Those of partners that are not closed, and those of a partner that is. */
    Optional<Subscription> find(SubscriptionId id) {
        return jdbc.sql(SELECT + "where s.id = :id")
                .param("id", id.value())
                .query(JdbcSubscriptions::read)
                .optional();
    }

    /** Only if it may be sent to now. */
    Optional<Subscription> active(SubscriptionId id) {
        return jdbc.sql(SELECT + "where s.id = :id and s.state = 'ACTIVE' and p.closed_at is null")
                .param("id", id.value())
                .query(JdbcSubscriptions::read)
                .optional();
    }

    List<Subscription> of(PartnerName partner) {
        return jdbc.sql(SELECT + "where s.partner = :partner order by s.state = 'ENDED', s.opened_at")
                .param("partner", partner.value())
                .query(JdbcSubscriptions::read)
                .list();
    }

    /** Those for which events are gathered. */
    List<Subscription> collecting() {
        return jdbc.sql(SELECT + "where s.state in ('ACTIVE', 'DISABLED') and p.closed_at is null")
                .query(JdbcSubscriptions::read)
                .list();
    }

    int disabled() {
        return jdbc.sql("""
                        select count(*) from partners.subscription s join partners.partner p on p.name = s.partner
                        where s.state = 'DISABLED' and p.closed_at is null""").query(Integer.class).single();
    }

    /** Changes the state if it is another; false when somebody else already did. */
    boolean setState(SubscriptionId id, Subscription.State state, @Nullable String reason) {
        return jdbc.sql("""
                        update partners.subscription set state = :state, reason = :reason
                        where id = :id and state <> :state and state <> 'ENDED'""")
                        .param("state", state.name())
                        .param("reason", reason)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void setRate(SubscriptionId id, @Nullable Integer rate) {
        jdbc.sql("update partners.subscription set rate = :rate where id = :id")
                .param("rate", rate, java.sql.Types.INTEGER)
                .param("id", id.value())
                .update();
    }

    Optional<Secrets> secrets(SubscriptionId id) {
        return jdbc.sql("""
                        select secret, former_secret, former_until, token from partners.subscription
                        where id = :id and secret is not null""")
                .param("id", id.value())
                .query((row, number) -> {
                    var until = row.getObject("former_until", OffsetDateTime.class);
                    return new Secrets(
                            row.getBytes("secret"),
                            row.getBytes("former_secret"),
                            until == null ? null : until.toInstant(),
                            row.getBytes("token"));
                })
                .optional();
    }

    void changeSecret(SubscriptionId id, byte[] secret, Instant formerUntil) {
        jdbc.sql("""
                        update partners.subscription set former_secret = secret, former_until = :until, secret = :secret
                        where id = :id""")
                .param("until", formerUntil.atOffset(UTC))
                .param("secret", secret)
                .param("id", id.value())
                .update();
    }

    void setConfirmation(SubscriptionId id, byte[] hash) {
        jdbc.sql("update partners.subscription set confirm_hash = :hash where id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    boolean isConfirmedBy(SubscriptionId id, byte[] hash) {
        return jdbc.sql("""
                        select exists (select from partners.subscription
                            where id = :id and confirm_hash = :hash and state = 'UNCONFIRMED')""")
                .param("id", id.value())
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    private static Subscription read(ResultSet row, int number) throws SQLException {
        int rate = row.getInt("rate");
        return new Subscription(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new PartnerName(row.getString("partner")),
                row.getString("target"),
                List.of((String[]) row.getArray("types").getArray()),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getBoolean("batch"),
                Subscription.State.valueOf(row.getString("state")),
                row.getString("reason"),
                rate == 0 ? null : rate,
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }
}
