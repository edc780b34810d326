package org.openbeat.app.ledger;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The thread that brings entries into the tree: at once when an act was committed here, otherwise at every poll. Every
 * server has one; the database lets one at a time write.
 */
@Component
class Sequencer implements SmartLifecycle {
    private static final RowScope READS_EVERY_TABLE = RowScope.owner("rows as they are, for their marks; tidying");
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final Integrator integrator;
    private final LedgerSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Condition halted = lock.newCondition();
    private final Condition placed = lock.newCondition();
    private boolean asked;
    private long begun;
    private long ended;
    private boolean failing;
    private boolean running;
    private @Nullable Thread thread;

    Sequencer(Integrator integrator, LedgerSettings settings) {
        this.integrator = integrator;
        this.settings = settings;
    }

    /** Something was committed. Costs next to nothing: only the first call after a pass wakes the thread. */
    void wake() {
        lock.lock();
        try {
            ask();
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        if (!asked) {
            asked = true;
            news.signal();
        }
    }

    /** Waits until everything that was committed before this call has its place; false if the time was too short. */
    boolean awaitPlaced(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long wanted = begun + 1;
            ask();
            long nanos = patience.toNanos();
            while (ended < wanted) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = placed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the last try to bring entries in failed. */
    boolean isFailing() {
        lock.lock();
        try {
            return failing;
        } finally {
            lock.unlock();
        }
    }

    private void work() {
        try {
            while (begin()) {
                if (!passAsOwner()) {
                    rest(settings.pause());
                    awaitNews();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean passAsOwner() throws InterruptedException {
        try (var ignored = READS_EVERY_TABLE.open()) {
            return pass();
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            asked = false;
            begun++;
            return running;
        } finally {
            lock.unlock();
        }
    }

    private boolean pass() throws InterruptedException {
        try {
            boolean more = integrator.integrate() >= Integrator.BATCH;
            end(more, false);
            return more;
        } catch (RuntimeException e) {
            if (!isFailing()) {
                LOG.error("The ledger could not sign; acts are still recorded and wait. It is tried again.", e);
            }
            end(true, true);
            rest(AFTER_A_FAILURE);
            return false;
        }
    }

    /** A pass that left entries over has not placed all that was committed before it. */
    private void end(boolean more, boolean failed) {
        lock.lock();
        try {
            if (failing && !failed) {
                LOG.info("The ledger signs again.");
            }
            failing = failed;
            if (!more) {
                ended = begun;
                placed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps whatever is committed meanwhile, so that those acts share a signature and a commit. */
    private void rest(Duration pause) throws InterruptedException {
        lock.lock();
        try {
            long nanos = pause.toNanos();
            while (running && nanos > 0) {
                nanos = halted.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitNews() throws InterruptedException {
        lock.lock();
        try {
            long nanos = settings.poll().toNanos();
            while (running && !asked && nanos > 0) {
                nanos = news.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            running = true;
            thread = Thread.ofPlatform().daemon().name("ledger-sequencer").start(this::work);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the pass under way; what is left has its place after the next start. */
    @Override
    public void stop() {
        Thread worker = halt();
        try {
            if (worker != null) {
                worker.join(TimeUnit.SECONDS.toMillis(10));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Thread halt() {
        lock.lock();
        try {
            running = false;
            news.signal();
            halted.signal();
            return thread;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** Below the web server's, so that requests that are being finished still get their receipts. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8192;
    }
}
