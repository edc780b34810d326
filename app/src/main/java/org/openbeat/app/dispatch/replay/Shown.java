package org.openbeat.app.dispatch.replay;

import java.time.Instant;
import java.util.UUID;

/**
 * A row as it was handed to the screens.
 *
 * @param sequence the number of the feed under which it was shown
 * @param at when
 * @param content the row as JSON, byte for byte
 */
public record Shown(UUID subject, long sequence, Kind kind, Instant at, String content) {

    /** What sort of row. */
    public enum Kind {
        INCIDENT,
        UNIT
    }
}
