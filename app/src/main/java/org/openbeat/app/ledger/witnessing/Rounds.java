package org.openbeat.app.ledger.witnessing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The thread that begins a round at each interval, if there are witnesses at all. */
@Component
class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Round round;
    private final WitnessingSettings settings;
    private boolean failing;
    private volatile @Nullable ScheduledExecutorService timer;

    Rounds(Round round, WitnessingSettings settings) {
        this.round = round;
        this.settings = settings;
    }

    private void run() {
        try {
            round.run();
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("The witnesses could not be asked; it is tried again.", e);
            }
            failing = true;
        }
    }

    @Override
    public void start() {
        var scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ledger-witnesses").factory());
        timer = scheduler;
        if (!settings.witnesses().isEmpty()) {
            long pause = settings.interval().toMillis();
            scheduler.scheduleWithFixedDelay(this::run, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() {
        var running = timer;
        timer = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
