package org.openbeat.app.places.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.places.ImportedMap;
import org.openbeat.app.places.Places;
import org.openbeat.app.places.tiles.TileId;
import org.openbeat.app.places.tiles.Tiles;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.WebRequest;

/** Serves vector tiles; they change only with the map, and the style names the map in their address. */
@Controller
class TileController {
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();
    private static final MediaType TILE = new MediaType("application", "vnd.mapbox-vector-tile");

    private final Places places;
    private final Tiles tiles;

    TileController(Places places, Tiles tiles) {
        this.places = places;
        this.tiles = tiles;
    }

    @GetMapping("/tiles/{zoom:\\d{1,2}}/{x:\\d{1,5}}/{y:\\d{1,5}}.mvt")
    @Nullable
    ResponseEntity<byte[]> tile(
            @PathVariable int zoom,
            @PathVariable int x,
            @PathVariable int y,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            WebRequest request)
            throws IOException {
        var map = places.map();
        if (map.isEmpty() || !TileId.exists(zoom, x, y)) {
            return ResponseEntity.notFound().build();
        }
        if (request.checkNotModified(tag(map.get()))) {
            return null; // the answer is written: 304
        }
        var tile = tiles.find(map.get().id(), new TileId(zoom, x, y));
        return tile.isEmpty() ? ResponseEntity.noContent().cacheControl(KEPT).build() : answer(tile.get(), encodings);
    }

    private static String tag(ImportedMap map) {
        return "W/\"%s\"".formatted(map.id());
    }

    private static ResponseEntity<byte[]> answer(byte[] packed, String encodings) throws IOException {
        var answer = ResponseEntity.ok()
                .cacheControl(KEPT)
                .contentType(TILE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (encodings.contains("gzip")) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(packed);
        }
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return answer.body(plain.readAllBytes());
        }
    }
}
