package org.openbeat.engine.response.survival;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time by which a share of all has ended, with its 95 % interval. Each of the three is null where too few ended to
 * tell.
 *
 * @param time the estimate
 * @param low lower end of the interval
 * @param high its upper end
 */
public record Quantile(
        @Nullable Duration time,
        @Nullable Duration low,
        @Nullable Duration high) {

    /** The estimate; empty when fewer than the share ended while we watched. */
    public Optional<Duration> estimate() {
        return Optional.ofNullable(time);
    }
}
