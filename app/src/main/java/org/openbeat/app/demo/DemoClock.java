package org.openbeat.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The system's clock, except while the demo writes its history: then it stands in the past and goes on by what the
 * history says, so that days lie between a made-up report and its answer.
 */
final class DemoClock extends Clock {
    private final Clock system;
    private final AtomicReference<Duration> behind = new AtomicReference<>(Duration.ZERO);

    DemoClock(Clock system) {
        this.system = system;
    }

    /** From now on it is so late. Never later than it really is, and never earlier than it was just now. */
    void moveTo(Instant instant) {
        var late = Duration.between(instant, system.instant());
        behind.set(late.isNegative() ? Duration.ZERO : late);
    }

    /** What time it really is. */
    Instant real() {
        return system.instant();
    }

    /** History is over. */
    void catchUp() {
        behind.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return system.instant().minus(behind.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
