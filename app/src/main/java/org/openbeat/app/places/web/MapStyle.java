package org.openbeat.app.places.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openbeat.app.places.ImportedMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** How the map is drawn (MapLibre style specification, version 8); the file has gaps for what depends on the map. */
@Component
class MapStyle {
    private final String text;

    MapStyle() {
        try {
            text = new ClassPathResource("places/map-style.json").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(ImportedMap map, Locale locale) {
        var bounds = map.bounds();
        var centre = bounds.centre();
        var name = locale.getLanguage().equals("zh")
                ? "[\"coalesce\",[\"get\",\"name_zh\"],[\"get\",\"name\"]]"
                : "[\"coalesce\",[\"get\",\"name_en\"],[\"get\",\"name\"]]";
        return text.replace("\"@name\"", name)
                .replace("@version", map.fingerprint().substring(0, 8))
                .replace(
                        "\"@bounds\"",
                        "[%s,%s,%s,%s]".formatted(bounds.west(), bounds.south(), bounds.east(), bounds.north()))
                .replace("\"@centre\"", "[%s,%s]".formatted(centre.longitude(), centre.latitude()));
    }
}
