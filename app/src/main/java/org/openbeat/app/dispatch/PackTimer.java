package org.openbeat.app.dispatch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.dispatch.continuity.ContinuitySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the packs for paper ready, so that the newest one is minutes old when the system goes out. */
@Component
class PackTimer implements SmartLifecycle {
    private static final RowScope FOR_EACH_AGENCY =
            RowScope.system("the pack of each agency is read through the scope of a dispatcher of that agency");
    private static final Logger LOG = LoggerFactory.getLogger(PackTimer.class);

    private final Continuity continuity;
    private final ContinuitySettings settings;
    private volatile @Nullable ScheduledExecutorService timer;

    PackTimer(Continuity continuity, ContinuitySettings settings) {
        this.continuity = continuity;
        this.settings = settings;
    }

    @Override
    public void start() {
        var every = settings.every();
        if (!every.isPositive()) {
            return;
        }
        var scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("dispatch-pack").factory());
        scheduler.scheduleWithFixedDelay(
                this::write, Math.min(30_000, every.toMillis()), every.toMillis(), TimeUnit.MILLISECONDS);
        timer = scheduler;
    }

    /** The pack of before stays when it cannot be written; it says itself how old it is. */
    private void write() {
        try {
            FOR_EACH_AGENCY.run(continuity::keepReady);
        } catch (RuntimeException e) {
            LOG.error("The packs for working on paper could not be written; those of before stay.", e);
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
