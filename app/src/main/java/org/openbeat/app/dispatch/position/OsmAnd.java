package org.openbeat.app.dispatch.position;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /**
     * The fix; empty when the device says that it has none, when it tells only of cells, networks or its battery, and
     * when what it tells is long past.
     */
    static Optional<Fix> read(Map<String, String> parameters, Instant now) {
        var sentAt = text(parameters, "timestamp");
        var at = sentAt == null ? now : Times.read(sentAt);
        return isWithoutFix(parameters) || Fix.isTooOld(at, now)
                ? Optional.empty()
                : Optional.of(fix(parameters, at, now));
    }

    private static boolean isWithoutFix(Map<String, String> parameters) {
        return NOT_VALID.contains(parameters.getOrDefault("valid", "").toLowerCase(Locale.ROOT))
                || Stream.of("location", "lat", "lon").allMatch(name -> text(parameters, name) == null);
    }

    private static Fix fix(Map<String, String> parameters, Instant at, Instant now) {
        var place = text(parameters, "location");
        var coordinates = place == null ? null : place.split(",", -1);
        var speed = number(parameters, "speed");
        var bearing = number(parameters, "bearing");
        return Fix.of(
                coordinate(coordinates, 0, parameters.get("lat")),
                coordinate(coordinates, 1, parameters.get("lon")),
                number(parameters, "accuracy"),
                speed == null ? null : speed * KNOT,
                bearing == null ? number(parameters, "heading") : bearing,
                at,
                now);
    }

    /** Some apps send every parameter, those that they cannot fill empty. */
    private static @Nullable String text(Map<String, String> parameters, String name) {
        var text = parameters.get(name);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static double coordinate(String @Nullable [] pair, int index, @Nullable String alone) {
        var text = pair != null && pair.length == 2 ? pair[index] : alone;
        if (text == null) {
            throw Fix.refused(index == 0 ? "lat" : "lon");
        }
        return parse(index == 0 ? "lat" : "lon", text);
    }

    private static @Nullable Double number(Map<String, String> parameters, String name) {
        var text = text(parameters, name);
        return text == null ? null : Double.valueOf(parse(name, text));
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
        var all = location.isArray() ? location.valueStream() : Stream.of(location);
        return all.flatMap(each -> one(each, now).stream()).max(Comparator.comparing(Fix::at));
    }

    /** A location without coordinates tells that something was switched on or off; a simulated one is no place. */
    private static Optional<Fix> one(JsonNode location, Instant now) {
        var coords = location.path("coords");
        if (!coords.isObject() || location.path("mock").asBoolean(false)) {
            return Optional.empty();
        }
        var timestamp = location.path("timestamp");
        var at = timestamp.isNumber() ? Times.ofEpoch(timestamp.asLong()) : Times.read(timestamp.asString(""));
        return Fix.isTooOld(at, now) ? Optional.empty() : Optional.of(fix(coords, at, now));
    }

    private static Fix fix(JsonNode coords, Instant at, Instant now) {
        return Fix.of(
                OwnTracks.required(coords, "latitude"),
                OwnTracks.required(coords, "longitude"),
                OwnTracks.number(coords, "accuracy"),
                OwnTracks.number(coords, "speed"),
                OwnTracks.number(coords, "heading"),
                at,
                now);
    }
}
