package org.openbeat.app.partners.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after failures: twice as long each time, up to an hour, spread by chance over half to one and a half. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {}

    /** @param failures how often it failed in a row, at least once */
    static Duration after(int failures, RandomGenerator random) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        var wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return Duration.ofMillis((long) (wait.toMillis() * (0.5 + random.nextDouble())));
    }
}
