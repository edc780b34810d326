package org.openbeat.app.places.tiles;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTiles {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcTiles(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record Packed(TileId id, byte[] content) {}

    void add(UUID map, List<Packed> tiles) {
        batches.batchUpdate(
                "insert into places.tile (map, zoom, x, y, content) values (?, ?, ?, ?, ?)",
                tiles,
                tiles.size(),
                (row, tile) -> {
                    row.setObject(1, map);
                    row.setInt(2, tile.id().zoom());
                    row.setInt(3, tile.id().x());
                    row.setInt(4, tile.id().y());
                    row.setBytes(5, tile.content());
                });
    }

    Optional<byte[]> find(UUID map, TileId id) {
        return jdbc.sql("select content from places.tile where map = :map and zoom = :zoom and x = :x and y = :y")
                .param("map", map)
                .param("zoom", id.zoom())
                .param("x", id.x())
                .param("y", id.y())
                .query(byte[].class)
                .optional();
    }
}
