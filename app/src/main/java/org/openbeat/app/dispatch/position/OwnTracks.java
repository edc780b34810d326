package org.openbeat.app.dispatch.position;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of OwnTracks in HTTP mode (owntracks.org/booklet/tech/json). */
final class OwnTracks {
    private static final double KMH = 1 / 3.6;

    private OwnTracks() {}

    /** The fix of a {@code location} message; empty for the other types, which say nothing of where the phone is. */
    static Optional<Fix> read(JsonNode message, Instant now) {
        var type = message.path("_type").asString("");
        if (type.equals("encrypted")) {
            throw Fix.refused("encrypted");
        }
        if (!type.equals("location")) {
            return Optional.empty();
        }
        var speed = number(message, "vel");
        return Optional.of(Fix.of(
                required(message, "lat"),
                required(message, "lon"),
                number(message, "acc"),
                speed == null ? null : speed * KMH,
                number(message, "cog"),
                time(message),
                now));
    }

    private static Instant time(JsonNode message) {
        var seconds = message.path("tst");
        if (!seconds.canConvertToLong()) {
            throw Fix.refused("tst");
        }
        return Times.ofEpoch(seconds.asLong());
    }

    static double required(JsonNode message, String name) {
        var value = number(message, name);
        if (value == null) {
            throw Fix.refused(name);
        }
        return value;
    }

    static @Nullable Double number(JsonNode message, String name) {
        var value = message.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw Fix.refused(name);
        }
        return value.asDouble();
    }
}
