package org.openbeat.app.dispatch.position;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes positions as phones and trackers send them. Whose they are, only the secret token says. */
@Component
public class PositionReports {
    private final Positions positions;
    private final JsonMapper json;

    PositionReports(Positions positions, JsonMapper json) {
        this.positions = positions;
        this.json = json;
    }

    /** A message of OwnTracks; an empty one is what it sends when a friend is removed, and means nothing here. */
    public void ownTracks(@Nullable String token, String body) {
        var device = required(token);
        positions.device(device);
        if (!body.isBlank()) {
            OwnTracks.read(parse(body), positions.now()).ifPresent(fix -> positions.accept(device, fix));
        }
    }

    /** Parameters of OsmAnd or Traccar; the device's id is its token, unless the token comes in a header. */
    public void osmAnd(@Nullable String token, Map<String, String> parameters) {
        var id = parameters.get("id");
        var device = required(token != null ? token : id != null ? id : parameters.get("deviceid"));
        positions.device(device);
        OsmAnd.read(parameters, positions.now()).ifPresent(fix -> positions.accept(device, fix));
    }

    /** The JSON of Traccar Client. */
    public void osmAnd(@Nullable String token, String body) {
        var message = parse(body);
        var device = required(token != null ? token : message.path("device_id").asString(""));
        positions.device(device);
        OsmAnd.read(message, positions.now()).ifPresent(fix -> positions.accept(device, fix));
    }

    /**
     * A position of our own API.
     *
     * @param at when; null means now
     */
    public record Position(
            double latitude,
            double longitude,
            @Nullable Double accuracyMetres,
            @Nullable Double speedMetresPerSecond,
            @Nullable Double headingDegrees,
            @Nullable Instant at) {

        /** As a fix that can be. */
        public Fix fix(Instant now) {
            return Fix.of(
                    latitude,
                    longitude,
                    accuracyMetres,
                    speedMetresPerSecond,
                    headingDegrees,
                    at == null ? now : at,
                    now);
        }
    }

    /** A position of our own API. */
    public void own(@Nullable String token, Position position) {
        var device = required(token);
        positions.device(device);
        positions.accept(device, position.fix(positions.now()));
    }

    private static String required(@Nullable String token) {
        if (token == null || token.isBlank()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "device-unknown");
        }
        return token;
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw Fix.refused("JSON");
        }
    }
}
