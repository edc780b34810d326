package org.openbeat.app.dispatch.position;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the protocol of OsmAnd and of the Traccar apps in both forms: parameters, and the JSON of Traccar Client from
 * version 9 on (traccar.org/osmand).
 */
final class OsmAnd {
    private static final double KNOT = 1852.0 / 3600;
    private static final Set<String> NOT_VALID = Set.of("false", "0");

    private OsmAnd() {}

    /** The fix; empty when the device says that it has none. */
    static Optional<Fix> read(Map<String, String> parameters, Instant now) {
        if (NOT_VALID.contains(parameters.getOrDefault("valid", "").toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        var place = parameters.get("location");
        var coordinates = place == null ? null : place.split(",", -1);
        var speed = number(parameters, "speed");
        var bearing = number(parameters, "bearing");
        var sentAt = parameters.get("timestamp");
        return Optional.of(Fix.of(
                coordinate(coordinates, 0, parameters.get("lat")),
                coordinate(coordinates, 1, parameters.get("lon")),
                number(parameters, "accuracy"),
                speed == null ? null : speed * KNOT,
                bearing == null ? number(parameters, "heading") : bearing,
                sentAt == null ? now : Times.read(sentAt),
                now));
    }

    private static double coordinate(String @Nullable [] pair, int index, @Nullable String alone) {
        var text = pair != null && pair.length == 2 ? pair[index] : alone;
        if (text == null) {
            throw Fix.refused(index == 0 ? "lat" : "lon");
        }
        return parse(index == 0 ? "lat" : "lon", text);
    }

    private static @Nullable Double number(Map<String, String> parameters, String name) {
        var text = parameters.get(name);
        return text == null || text.isBlank() ? null : Double.valueOf(parse(name, text));
    }

    private static double parse(String name, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw Fix.refused(name);
        }
    }

    /** The newest fix of the JSON form, whose location is one object or, after a time offline, a list. */
    static Optional<Fix> read(JsonNode message, Instant now) {
        var location = message.path("location");
        if (location.isArray()) {
            return location.valueStream().map(each -> fix(each, now)).max((a, b) -> a.at().compareTo(b.at()));
        }
        return location.isObject() ? Optional.of(fix(location, now)) : Optional.empty();
    }

    private static Fix fix(JsonNode location, Instant now) {
        var coords = location.path("coords");
        var timestamp = location.path("timestamp");
        return Fix.of(
                OwnTracks.required(coords, "latitude"),
                OwnTracks.required(coords, "longitude"),
                OwnTracks.number(coords, "accuracy"),
                OwnTracks.number(coords, "speed"),
                OwnTracks.number(coords, "heading"),
                timestamp.isNumber() ? Times.ofEpoch(timestamp.asLong()) : Times.read(timestamp.asString("")),
                now);
    }
}
