package org.openbeat.app.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.dispatch.board.Boards;
import org.openbeat.app.dispatch.board.WaitingWork;
import org.springframework.stereotype.Component;

/** The queue as figures for whoever watches the service: a backlog must be seen before someone falls through it. */
@Component
class QueueMetrics {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final RowScope EVERYONE = RowScope.system("totals of all agencies, for the metrics");

    private final Boards boards;
    private final Clock clock;
    private WaitingWork newest = new WaitingWork(0, 0, null, 0);
    private Instant readAt = Instant.EPOCH;

    QueueMetrics(Boards boards, Clock clock, MeterRegistry meters) {
        this.boards = boards;
        this.clock = clock;
        Gauge.builder("openbeat.dispatch.waiting", () -> waiting().count())
                .description("Incidents for which nobody is on the way")
                .register(meters);
        Gauge.builder("openbeat.dispatch.waiting.overdue", () -> waiting().overdue())
                .description("Of those, how many wait longer than their priority allows")
                .register(meters);
        Gauge.builder("openbeat.dispatch.waiting.oldest", this::oldestSeconds)
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
    }

    private double oldestSeconds() {
        var since = waiting().oldestSince();
        return since == null ? 0 : Duration.between(since, clock.instant()).toSeconds();
    }

    /** Asked once for the figures of one scrape. */
    private synchronized WaitingWork waiting() {
        var now = clock.instant();
        if (readAt.plus(FRESH).isBefore(now)) {
            newest = EVERYONE.call(() -> boards.waiting(now));
            readAt = now;
        }
        return newest;
    }
}
