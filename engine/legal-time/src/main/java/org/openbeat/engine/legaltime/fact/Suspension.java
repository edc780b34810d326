package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.rule.GroundId;

/**
 * A time during which clocks that list the ground stand still.
 *
 * @param ground why
 * @param from UTC
 * @param to UTC; null while it lasts
 * @param except times within it that count all the same (PACE s.41(6): questioning in hospital)
 */
public record Suspension(
        GroundId ground, Instant from, @Nullable Instant to, List<Interval> except) {

    public Suspension {
        except = List.copyOf(except);
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The suspension ends (%s) before it begins (%s).".formatted(to, from));
        }
    }

    public static Suspension of(String ground, Instant from, Instant to) {
        return new Suspension(new GroundId(ground), from, to, List.of());
    }

    /** One that lasts. */
    public static Suspension since(String ground, Instant from) {
        return new Suspension(new GroundId(ground), from, null, List.of());
    }

    public Suspension except(Interval counted) {
        return new Suspension(
                ground,
                from,
                to,
                java.util.stream.Stream.concat(except.stream(), java.util.stream.Stream.of(counted))
                        .toList());
    }
}
