package org.openbeat.app.dispatch.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.replay.BoardLog;
import org.openbeat.app.dispatch.replay.ShownRows;
import org.openbeat.app.kernel.AgencyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries the feed to the consoles, in one thread: it is woken by every commit of this server, looks by itself four
 * times a second for those of others, and gathers for a moment, so that a burst becomes one write to each console.
 */
@Component
class FeedPump implements SmartLifecycle {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration GATHER = Duration.ofMillis(25);
    /** A database that does not answer for so long is as good as gone for whoever looks at a screen. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final long POSITIONS_EVERY = Duration.ofSeconds(1).toNanos();
    private static final int AT_ONCE = 1000;
    private static final RowScope FOR_ALL_CONSOLES =
            RowScope.system("each row is read once; LiveEvent asks the policy for each console");
    private static final Logger LOG = LoggerFactory.getLogger(FeedPump.class);

    private final Changes changes;
    private final LiveRows rows;
    private final BoardLog log;
    private final ShownRows shown;
    private final Consoles consoles;
    private final JsonMapper json;
    private final Clock clock;
    private final Timer delay;
    private final Semaphore news = new Semaphore(0);
    private final Map<UnitId, PositionBatch.Moved> moved = new LinkedHashMap<>();
    private volatile @Nullable Thread thread;
    private volatile long readAt;

    FeedPump(
            Changes changes,
            LiveRows rows,
            BoardLog log,
            ShownRows shown,
            Consoles consoles,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.changes = changes;
        this.rows = rows;
        this.log = log;
        this.shown = shown;
        this.consoles = consoles;
        this.json = json;
        this.clock = clock;
        this.delay = Timer.builder("openbeat.dispatch.live.delay")
                .description("From the change to its being handed to the consoles")
                .register(meters);
        Gauge.builder("openbeat.dispatch.live.consoles", consoles, Consoles::count)
                .description("Open consoles")
                .register(meters);
    }

    void wake() {
        news.release();
    }

    /** A unit moved; only its newest position within a second is shown. */
    void move(UnitId unit, AgencyId agency, UnitRow.LastSeen position) {
        synchronized (moved) {
            moved.put(unit, new PositionBatch.Moved(unit, agency, position));
        }
    }

    @Override
    public void start() {
        consoles.start(Math.max(0, changes.last() - Consoles.REPEATED));
        var pump = new Thread(this::run, "dispatch-feed");
        pump.setDaemon(true);
        thread = pump;
        readAt = System.nanoTime();
        pump.start();
        var watch = new Thread(() -> watch(pump), "dispatch-feed-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Ends the streams first, so that the server has nobody to wait for when it stops. */
    @Override
    public void stop() {
        var running = thread;
        thread = null;
        consoles.close();
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        long positionsAt = System.nanoTime();
        boolean failing = false;
        boolean begun = false;
        while (thread == Thread.currentThread()) {
            try {
                if (!begun) {
                    FOR_ALL_CONSOLES.run(this::writeFirstPage);
                    begun = true;
                }
                FOR_ALL_CONSOLES.run(this::carry);
                if (System.nanoTime() - positionsAt >= 0) {
                    carryPositions();
                    positionsAt = System.nanoTime() + POSITIONS_EVERY;
                }
                failing = false;
                readAt = System.nanoTime();
                consoles.stall(false);
                rest();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!failing && isRunning()) {
                    LOG.error("The live feed cannot be read; consoles are behind until it can.", e);
                }
                failing = true;
                consoles.stall(true);
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    /** The pump itself cannot tell that it waits for an answer. */
    private void watch(Thread pump) {
        while (thread == pump) {
            if (System.nanoTime() - readAt > PATIENCE.toNanos()) {
                consoles.stall(true);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private void rest() throws InterruptedException {
        Thread.sleep(GATHER);
        if (news.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    private void carry() {
        var found = changes.after(consoles.newest(), AT_ONCE);
        while (!found.isEmpty()) {
            show(rows.events(found));
            delay.record(Duration.between(found.getLast().at(), clock.instant()));
            found = found.size() < AT_ONCE ? List.of() : changes.after(consoles.newest(), AT_ONCE);
        }
    }

    /** What is handed to the screens is written down first, so that a replay never knows less than they did. */
    private void show(List<LiveEvent> events) {
        log.write(LiveRows.shown(events, clock.instant()));
        consoles.publish(events);
    }

    /** What stood on the board before anything was written down. */
    private void writeFirstPage() {
        long last = changes.last();
        log.write(rows.standing(shown.incidentsNeverShown(), shown.unitsNeverShown(), last));
    }

    private void carryPositions() {
        var batch = new ArrayList<PositionBatch.Moved>();
        synchronized (moved) {
            batch.addAll(moved.values());
            moved.clear();
        }
        if (!batch.isEmpty()) {
            consoles.publish(new PositionBatch(batch, json::writeValueAsString));
        }
    }
}
