package org.openbeat.app.dispatch.position;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;

/**
 * Where a device says that it is.
 *
 * @param accuracyMetres radius within which it is sure to be; null when it does not say
 * @param speedMetresPerSecond speed over the ground
 * @param headingDegrees direction of travel, 0 to 360 clockwise from north
 * @param at when it was there, by the device's clock
 */
public record Fix(
        GeoPoint point,
        @Nullable Double accuracyMetres,
        @Nullable Double speedMetresPerSecond,
        @Nullable Double headingDegrees,
        Instant at) {
    private static final double FASTEST = 150;
    private static final double LEAST_ACCURATE = 100_000;
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(7);

    /**
     * Takes values as a protocol sends them.
     *
     * @param speed metres a second; negative means unknown, as phones write it
     * @param heading degrees; negative means unknown
     * @throws Refusal naming the value that cannot be
     */
    public static Fix of(
            double latitude,
            double longitude,
            @Nullable Double accuracy,
            @Nullable Double speed,
            @Nullable Double heading,
            Instant at,
            Instant now) {
        return new Fix(
                point(latitude, longitude),
                within("accuracy", known(accuracy), LEAST_ACCURATE),
                within("speed", known(speed), FASTEST),
                within("heading", known(heading), 360),
                time(at, now));
    }

    /** Latitude and longitude zero is what devices send that know no position; no road leads there. */
    private static GeoPoint point(double latitude, double longitude) {
        if (latitude == 0 && longitude == 0 || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw refused("latitude, longitude");
        }
        return new GeoPoint(latitude, longitude);
    }

    private static @Nullable Double known(@Nullable Double value) {
        return value == null || value < 0 ? null : value;
    }

    private static @Nullable Double within(String name, @Nullable Double value, double most) {
        if (value != null && !(value <= most)) {
            throw refused(name);
        }
        return value;
    }

    /**
     * What a phone kept while it was away so long that it says nothing any more. A tracker sends a position again until
     * it is answered well, and everything newer waits behind it; so an old one is let pass and not used.
     */
    static boolean isTooOld(Instant at, Instant now) {
        return at.isBefore(now.minus(OLDEST));
    }

    private static Instant time(Instant at, Instant now) {
        if (at.isAfter(now.plus(CLOCK_SKEW)) || isTooOld(at, now)) {
            throw refused("time");
        }
        return at.isAfter(now) ? now : at;
    }

    static Refusal refused(String what) {
        return new Refusal(Refusal.Kind.INVALID, "position-invalid", what);
    }
}
