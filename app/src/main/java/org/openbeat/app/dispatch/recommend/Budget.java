package org.openbeat.app.dispatch.recommend;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks something that may be slow or broken, and goes on without it after 250 ms. After a question that took too
 * long it is left alone for five seconds, so that slow answers do not pile up behind each other.
 */
public final class Budget implements AutoCloseable {
    public static final long MILLIS = 250;
    static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(Budget.class);

    private final String name;
    private final LongSupplier nanos;
    private final ExecutorService executor;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private volatile long restingUntil;

    public Budget(String name) {
        this(name, System::nanoTime);
    }

    Budget(String name, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
        this.restingUntil = nanos.getAsLong();
        this.executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name, 0).factory());
    }

    public <T> T ask(Callable<T> question, Supplier<T> otherwise) {
        if (nanos.getAsLong() - restingUntil < 0 || !room.tryAcquire()) {
            return otherwise.get();
        }
        var asked = executor.submit(() -> {
            try {
                return question.call();
            } finally {
                room.release();
            }
        });
        try {
            return asked.get(MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            restingUntil = nanos.getAsLong() + REST_NANOS;
            LOG.warn("No answer from {} within {} ms; going on without it ({}).", name, MILLIS, e.toString());
            return otherwise.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.get();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
