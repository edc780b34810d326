package org.openbeat.app.retention;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the schedules once a day while the server serves. Without a confirmed schedule it finds nothing to do. */
@Component
class RetentionTimer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionTimer.class);

    private final Retention retention;
    private final OpenbeatSettings settings;
    private volatile @Nullable ScheduledExecutorService timer;

    RetentionTimer(Retention retention, OpenbeatSettings settings) {
        this.retention = retention;
        this.settings = settings;
    }

    private void run() {
        try {
            retention.apply().forEach((kind, erased) -> {
                if (!erased.isEmpty()) {
                    LOG.info("Retention: {} of kind {} erased by schedule.", erased.size(), kind);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("The schedules of retention failed; they run again tomorrow.", e);
        }
    }

    @Override
    public void start() {
        if (settings.command().equals("serve")) {
            var scheduler = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("retention").factory());
            scheduler.scheduleWithFixedDelay(this::run, 60, 24 * 60, TimeUnit.MINUTES);
            timer = scheduler;
        }
    }

    @Override
    public void stop() {
        var running = timer;
        timer = null;
        if (running != null) {
            running.shutdown();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
