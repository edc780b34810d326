package org.openbeat.app.dispatch.position;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Refusal;
import tools.jackson.databind.JsonNode;

/** Reads the JSON of OwnTracks in HTTP mode (owntracks.org/booklet/tech/json). */
final class OwnTracks {
    private static final double KMH = 1 / 3.6;

    /** Where the phone is, and where it was when it entered or left a region. */
    private static final Set<String> TELL_A_PLACE = Set.of("location", "transition");

    private OwnTracks() {}

    /**
     * The fix of a {@code location} or {@code transition} message, of a list the newest; empty for the other types, which
     * say nothing of where the phone is: {@code waypoint}, {@code waypoints}, {@code lwt}, {@code steps}, {@code beacon},
     * {@code card}, {@code cmd}, {@code configuration}, {@code status}.
     */
    static Optional<Fix> read(JsonNode message, Instant now) {
        return message.isArray()
                ? message.valueStream().flatMap(each -> one(each, now).stream()).max(Comparator.comparing(Fix::at))
                : one(message, now);
    }

    private static Optional<Fix> one(JsonNode message, Instant now) {
        var type = message.path("_type").asString("");
        if (type.equals("encrypted")) {
            throw new Refusal(Refusal.Kind.INVALID, "position-encrypted");
        }
        if (!TELL_A_PLACE.contains(type) || (type.equals("transition") && !message.has("lat"))) {
            return Optional.empty();
        }
        var at = time(message);
        return Fix.isTooOld(at, now) ? Optional.empty() : Optional.of(fix(message, at, now));
    }

    private static Fix fix(JsonNode message, Instant at, Instant now) {
        var speed = number(message, "vel");
        return Fix.of(
                required(message, "lat"),
                required(message, "lon"),
                number(message, "acc"),
                speed == null ? null : speed * KMH,
                number(message, "cog"),
                at,
                now);
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
