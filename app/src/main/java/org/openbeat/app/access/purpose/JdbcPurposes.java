package org.openbeat.app.access.purpose;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPurposes {
    private final JdbcClient jdbc;

    JdbcPurposes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Purpose purpose) {
        var item = purpose.item();
        var covers = purpose.covers();
        var glass = purpose.glass();
        jdbc.sql("""
                        insert into access.purpose (id, account, role, agency, kind, item_kind, item_id, item_reference,
                            covers, covers_label, stated_at, ends_at, reason, justify_by)
                        values (:id, :account, :role, :agency, :kind, :itemKind, :itemId, :reference, :covers, :label,
                            :at, :ends, :reason, :justifyBy)""")
                .param("id", purpose.id())
                .param("account", purpose.account())
                .param("role", purpose.role().name())
                .param("agency", purpose.agency().value())
                .param("kind", purpose.kind().name())
                .param("itemKind", item == null ? null : item.kind().name())
                .param("itemId", item == null ? null : item.id())
                .param("reference", item == null ? null : item.reference())
                .param("covers", covers == null ? null : text(covers.subject()))
                .param("label", covers == null ? null : covers.label())
                .param("at", purpose.statedAt().atOffset(UTC))
                .param("ends", purpose.endsAt().atOffset(UTC))
                .param("reason", glass == null ? null : glass.reason())
                .param("justifyBy", glass == null ? null : glass.justifyBy().atOffset(UTC))
                .update();
    }

    Optional<Purpose> find(UUID id) {
        return jdbc.sql("select * from access.purpose where id = :id")
                .param("id", id)
                .query(JdbcPurposes::read)
                .optional();
    }

    Optional<Purpose> active(String account, Instant now) {
        return jdbc.sql("""
                        select * from access.purpose
                        where account = :account and ends_at > :now and ended_at is null
                        order by ends_at desc, id desc limit 1""")
                .param("account", account)
                .param("now", now.atOffset(UTC))
                .query(JdbcPurposes::read)
                .optional();
    }

    void end(UUID id, Instant at) {
        jdbc.sql("update access.purpose set ended_at = :at where id = :id and ended_at is null")
                .param("id", id)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** False where it was justified before. */
    boolean justify(UUID id, String text, Instant at) {
        return jdbc.sql("""
                                update access.purpose set justification = :text, justified_at = :at
                                where id = :id and justify_by is not null and justified_at is null""")
                        .param("id", id)
                        .param("text", text)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    List<Purpose> toJustify(String account) {
        return jdbc.sql("""
                        select * from access.purpose
                        where account = :account and justify_by is not null and justified_at is null
                        order by stated_at""").param("account", account).query(JdbcPurposes::read).list();
    }

    static String text(Subject subject) {
        return subject.kind() + ":" + subject.id();
    }

    static Subject subject(String text) {
        var parts = text.split(":", 2);
        return new Subject(parts[0], parts[1]);
    }

    static Purpose read(ResultSet row, int number) throws SQLException {
        return new Purpose(
                row.getObject("id", UUID.class),
                row.getString("account"),
                Role.valueOf(row.getString("role")),
                new AgencyId(row.getString("agency")),
                PurposeKind.valueOf(row.getString("kind")),
                item(row),
                covered(row),
                row.getObject("stated_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                glass(row));
    }

    private static @Nullable Item item(ResultSet row) throws SQLException {
        var id = row.getString("item_id");
        return id == null
                ? null
                : new Item(ItemKind.valueOf(row.getString("item_kind")), id, row.getString("item_reference"), true);
    }

    private static Purpose.@Nullable Covered covered(ResultSet row) throws SQLException {
        var covers = row.getString("covers");
        return covers == null ? null : new Purpose.Covered(subject(covers), row.getString("covers_label"));
    }

    private static Purpose.@Nullable Glass glass(ResultSet row) throws SQLException {
        var by = instant(row, "justify_by");
        return by == null
                ? null
                : new Purpose.Glass(
                        row.getString("reason"), by, instant(row, "justified_at"), row.getString("justification"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
