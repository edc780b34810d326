package org.openbeat.app.places.boundaries;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a set of areas is valid.
 *
 * @param since from this instant on
 * @param until up to, not including, this instant; null while no other follows
 */
record BoundarySet(UUID id, Instant since, @Nullable Instant until) {

    boolean isValidAt(Instant instant) {
        return !instant.isBefore(since) && (until == null || instant.isBefore(until));
    }
}
