package org.openbeat.app.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMaps {
    private final JdbcClient jdbc;

    JdbcMaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The map in use. */
    Optional<ImportedMap> current() {
        return jdbc.sql("""
                        select id, name, fingerprint, south, west, north, east, imported_at
                        from places.map_import order by imported_at desc, id desc limit 1""").query((row, any) -> map(row)).optional();
    }

    private static ImportedMap map(ResultSet row) throws SQLException {
        return new ImportedMap(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("fingerprint"),
                new GeoBounds(
                        row.getDouble("south"), row.getDouble("west"), row.getDouble("north"), row.getDouble("east")),
                row.getObject("imported_at", OffsetDateTime.class).toInstant());
    }

    void add(ImportedMap map) {
        jdbc.sql("""
                        insert into places.map_import (id, name, fingerprint, south, west, north, east, imported_at)
                        values (:id, :name, :fingerprint, :south, :west, :north, :east, :at)""")
                .param("id", map.id())
                .param("name", map.name())
                .param("fingerprint", map.fingerprint())
                .param("south", map.bounds().south())
                .param("west", map.bounds().west())
                .param("north", map.bounds().north())
                .param("east", map.bounds().east())
                .param("at", map.importedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** One import at a time, in any server. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('places.map_import'))")
                .query((row, any) -> true)
                .list();
    }

    /** What was made from the maps before; their rows go with everything that hangs on them. */
    void removeOthers(UUID kept) {
        jdbc.sql("delete from places.map_import where id <> :kept")
                .param("kept", kept)
                .update();
    }
}
