package org.openbeat.app.access;

import java.time.Duration;
import java.time.Instant;
import org.openbeat.app.access.SignInFailures.Count;

/**
 * How long to wait after wrong passwords. It counts an account together with where the attempts come from, never the
 * account alone: otherwise anyone who knows a name could keep its owner out.
 */
final class SignInThrottle {
    /** Slips of the finger cost nothing. */
    private static final int FREE = 5;

    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** After a quiet time the count begins anew. */
    static final Duration MEMORY = Duration.ofHours(12);

    private SignInThrottle() {}

    /** Zero when an attempt may be made now. */
    static Duration wait(Count count, Instant now) {
        if (count.failures() < FREE || count.lastAt().plus(MEMORY).isBefore(now)) {
            return Duration.ZERO;
        }
        var until = count.lastAt().plus(delay(count.failures()));
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** 1, 2, 4 … seconds, up to a quarter of an hour. */
    private static Duration delay(int failures) {
        int doublings = Math.min(failures - FREE, 10);
        var delay = Duration.ofSeconds(1L << doublings);
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
