package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.live.ForgottenChanges;
import org.openbeat.app.dispatch.position.WrittenPositions;
import org.openbeat.app.dispatch.replay.BoardLog;
import org.openbeat.app.dispatch.roads.RoadsInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What dispatch does by itself: armed closings, last positions, roads that open again, and forgetting what nobody asks for any more. */
@Component
class Housekeeping implements SmartLifecycle {
    static final Duration COMMANDS_KEPT = Duration.ofDays(8);
    private static final RowScope BACKGROUND = RowScope.system("timers of dispatch, which act for nobody");
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Incidents incidents;
    private final IncidentEndings endings;
    private final SentCommands sent;
    private final ForgottenChanges changes;
    private final RollCalling rollCalling;
    private final AnswerTimes answerTimes;
    private final BoardLog boardLog;
    private final WrittenPositions positions;
    private final RoadsInForce roads;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService timer;
    private volatile @Nullable ScheduledExecutorService figuresTimer;

    Housekeeping(
            Incidents incidents,
            IncidentEndings endings,
            SentCommands sent,
            ForgottenChanges changes,
            RollCalling rollCalling,
            AnswerTimes answerTimes,
            BoardLog boardLog,
            WrittenPositions positions,
            RoadsInForce roads,
            TransactionTemplate transaction,
            Clock clock) {
        this.incidents = incidents;
        this.endings = endings;
        this.sent = sent;
        this.changes = changes;
        this.rollCalling = rollCalling;
        this.answerTimes = answerTimes;
        this.boardLog = boardLog;
        this.positions = positions;
        this.roads = roads;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each closing in its own transaction: one that fails holds no other up. */
    void closeDue() {
        for (var id : incidents.closeDue(clock.instant(), 100)) {
            guarded(() -> transaction.executeWithoutResult(status -> endings.closeByTimer(id, clock.instant())));
        }
    }

    private void forget() {
        sent.forget(clock.instant().minus(COMMANDS_KEPT));
        changes.forget();
        boardLog.forget();
    }

    @Override
    public void start() {
        var scheduler = timer("dispatch-housekeeping");
        scheduler.scheduleWithFixedDelay(() -> guarded(this::closeDue), 2, 5, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(() -> guarded(rollCalling::callDue), 15, 15, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(() -> guarded(roads::refresh), 1000, 500, TimeUnit.MILLISECONDS);
        scheduler.scheduleWithFixedDelay(() -> guarded(positions::write), 5, 5, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(() -> guarded(this::forget), 10, 60, TimeUnit.MINUTES);
        timer = scheduler;
        var figures = timer("dispatch-answer-times"); // Weeks of incidents are read: closings must not wait for it.
        figures.scheduleWithFixedDelay(() -> guarded(answerTimes::renew), 10, 30, TimeUnit.SECONDS);
        figuresTimer = figures;
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private static void guarded(Runnable work) {
        try {
            BACKGROUND.run(work);
        } catch (RuntimeException e) {
            LOG.error("Housekeeping of dispatch failed; it is tried again.", e);
        }
    }

    @Override
    public void stop() {
        var figures = figuresTimer;
        figuresTimer = null;
        if (figures != null) {
            figures.shutdownNow();
        }
        var running = timer;
        timer = null;
        if (running != null) {
            running.shutdown();
            guarded(positions::write);
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
