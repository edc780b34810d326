package org.openbeat.app.places.tiles;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.openbeat.app.places.extract.Extract;
import org.openbeat.app.places.tiles.JdbcTiles.Packed;
import org.springframework.stereotype.Component;

/** The tiles of imported maps: made once, kept in the database, the last used ones in memory. */
@Component
public class Tiles {
    private static final int BATCH = 200;
    private static final long MEMORY_BYTES = 32 << 20;

    private final JdbcTiles stored;
    private final Cache<Key, Optional<byte[]>> recent = Caffeine.newBuilder()
            .maximumWeight(MEMORY_BYTES)
            .weigher((Key key, Optional<byte[]> tile) ->
                    100 + tile.map(bytes -> bytes.length).orElse(0))
            .build();

    private record Key(UUID map, TileId tile) {}

    Tiles(JdbcTiles stored) {
        this.stored = stored;
    }

    /** Makes all tiles of a map, and tells how many there are. */
    public int make(UUID map, Extract extract) {
        var waiting = new ArrayList<Packed>();
        var count = new int[1];
        new TileMaker(extract).makeAll((id, tile) -> {
            waiting.add(new Packed(id, packed(tile)));
            count[0]++;
            if (waiting.size() == BATCH) {
                flush(map, waiting);
            }
        });
        flush(map, waiting);
        return count[0];
    }

    private void flush(UUID map, List<Packed> waiting) {
        if (!waiting.isEmpty()) {
            stored.add(map, waiting);
            waiting.clear();
        }
    }

    private static byte[] packed(byte[] tile) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A tile, gzip; empty where there is nothing on the map. */
    public Optional<byte[]> find(UUID map, TileId tile) {
        return recent.get(new Key(map, tile), key -> stored.find(key.map, key.tile));
    }
}
