package org.openbeat.app.places.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.places.Places;
import org.openbeat.app.places.boundaries.Boundaries;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a map in the browser needs beside the tiles: how to draw them, and the boundaries. */
@RestController
class MapController {
    private static final MediaType GEO_JSON = new MediaType("application", "geo+json");

    private final Places places;
    private final Boundaries boundaries;
    private final MapStyle style;
    private final Clock clock;

    MapController(Places places, Boundaries boundaries, MapStyle style, Clock clock) {
        this.places = places;
        this.boundaries = boundaries;
        this.style = style;
        this.clock = clock;
    }

    /** The style of the map in use, with its names in the reader's language; 404 while there is no map. */
    @GetMapping(path = "/map/style.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> style(Locale locale) {
        return places.map()
                .map(map ->
                        ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(style.of(map, locale)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Jurisdictions and beats as of now. */
    @GetMapping("/map/beats.geojson")
    ResponseEntity<Map<String, Object>> beats() {
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(AreaGeoJson.write(boundaries.areas(clock.instant())));
    }
}
