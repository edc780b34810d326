package org.openbeat.app.dispatch.volunteer;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A helper's time at a desk.
 *
 * @param secret behind the helper's own page
 * @param leftAt null while they are there
 */
public record VolunteerShift(
        UUID id,
        UUID desk,
        String secret,
        String name,
        Instant cameAt,
        @Nullable Instant leftAt) {

    /** How long, up to now for one who is still there. */
    public Duration time(Instant now) {
        return Duration.between(cameAt, leftAt == null ? now : leftAt);
    }
}
