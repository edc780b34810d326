package org.openbeat.app.dispatch.position;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.dispatch.events.UnitId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDevices implements Devices {
    private static final String COLUMNS = """
            select d.id, d.unit, u.agency, d.name, d.device_key, d.revoked_at
            from dispatch.device d join dispatch.unit u on u.id = d.unit
            """;

    private final JdbcClient jdbc;

    JdbcDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(UUID id, UnitId unit, String name, String key, byte[] tokenHash, Instant at) {
        jdbc.sql("""
                        insert into dispatch.device (id, unit, name, device_key, token_hash, issued_at)
                        values (:id, :unit, :name, :key, :hash, :at)""")
                .param("id", id)
                .param("unit", unit.value())
                .param("name", name)
                .param("key", key)
                .param("hash", tokenHash)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public Optional<Device> findByToken(byte[] tokenHash) {
        return jdbc.sql(COLUMNS + "where d.token_hash = :hash and d.revoked_at is null")
                .param("hash", tokenHash)
                .query(JdbcDevices::read)
                .optional();
    }

    @Override
    public List<Device> list(UnitId unit) {
        return jdbc.sql(COLUMNS + "where d.unit = :unit order by d.issued_at")
                .param("unit", unit.value())
                .query(JdbcDevices::read)
                .list();
    }

    @Override
    public Optional<Device> find(UUID id) {
        return jdbc.sql(COLUMNS + "where d.id = :id")
                .param("id", id)
                .query(JdbcDevices::read)
                .optional();
    }

    @Override
    public Optional<Device> revoke(UUID id, Instant at) {
        jdbc.sql("update dispatch.device set revoked_at = coalesce(revoked_at, :at) where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
        return find(id);
    }

    private static Device read(ResultSet row, int number) throws SQLException {
        var revoked = row.getTimestamp("revoked_at");
        return new Device(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("agency"),
                row.getString("name"),
                row.getString("device_key"),
                revoked == null ? null : revoked.toInstant());
    }
}
