package org.openbeat.app.dispatch.replay;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The board of a moment, as it was shown.
 *
 * @param incidents rows as JSON, in the order of the board; byte for byte what the screens were handed, except for the
 *     words of closed incidents that the reader has no purpose to read
 * @param units rows as JSON, by call sign
 */
public record BoardThen(Instant at, List<String> incidents, List<String> units) {

    public BoardThen {
        incidents = List.copyOf(incidents);
        units = List.copyOf(units);
    }

    /** The whole as JSON. */
    public String json() {
        return "{\"at\":\"%s\",\"incidents\":%s,\"units\":%s}".formatted(at, list(incidents), list(units));
    }

    private static String list(List<String> rows) {
        return rows.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
