package org.openbeat.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Drives work from several threads at once. */
final class Load {

    /** What one thread does again and again; made in the thread that uses it. */
    interface Worker extends AutoCloseable {
        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    private Load() {}

    /** Closed loop: each of {@code threads} workers starts the next when the last is answered. Returns runs a second. */
    static double perSecond(int threads, double seconds, Callable<? extends Worker> workers) throws Exception {
        var done = new LongAdder();
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<Double>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> repeat(workers.call(), barrier, seconds, done)));
            }
            double longest = 0;
            for (var future : running) {
                longest = Math.max(longest, future.get());
            }
            return done.sum() / longest;
        }
    }

    /**
     * Runs until it no longer gets faster, so that what is measured afterwards is a server as it is most of its life,
     * not one whose code is still being compiled; at most two minutes.
     */
    static void warmUp(int threads, Callable<? extends Worker> workers) throws Exception {
        var best = 0.0;
        var withoutGain = 0;
        for (int i = 0; i < 24 && withoutGain < 3; i++) {
            var rate = perSecond(threads, 5, workers);
            withoutGain = rate > best * 1.03 ? 0 : withoutGain + 1;
            best = Math.max(best, rate);
        }
    }

    private static double repeat(Worker worker, CyclicBarrier barrier, double seconds, LongAdder done)
            throws Exception {
        try (worker) {
            barrier.await();
            var begun = System.nanoTime();
            var end = begun + (long) (seconds * 1e9);
            while (System.nanoTime() < end) {
                worker.once();
                done.increment();
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    /** One after the other; returns how long each took. */
    static Samples oneByOne(int runs, Worker worker) throws Exception {
        var nanos = new long[runs];
        for (int i = 0; i < runs; i++) {
            var begun = System.nanoTime();
            worker.once();
            nanos[i] = System.nanoTime() - begun;
        }
        return Samples.ofNanosAsMillis(nanos);
    }

    /**
     * Open loop: arrivals follow a fixed schedule whatever the answers do, and each latency counts from the scheduled
     * instant, so that a stall is felt by everyone who would have waited in it.
     */
    static Samples openLoop(double perSecond, int arrivals, int threads, Callable<? extends Worker> workers)
            throws Exception {
        var nanos = new long[arrivals];
        var next = new java.util.concurrent.atomic.AtomicInteger();
        var begin = System.nanoTime() + 100_000_000L;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) {
                running.add(pool.submit(() -> {
                    follow(perSecond, nanos, next, begin, workers.call());
                    return null;
                }));
            }
            for (var future : running) {
                future.get();
            }
        }
        return Samples.ofNanosAsMillis(nanos);
    }

    private static void follow(
            double perSecond, long[] nanos, java.util.concurrent.atomic.AtomicInteger next, long begin, Worker worker)
            throws Exception {
        try (worker) {
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                var due = begin + (long) (i / perSecond * 1e9);
                for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    java.util.concurrent.locks.LockSupport.parkNanos(left);
                }
                worker.once();
                nanos[i] = System.nanoTime() - due;
            }
        }
    }
}
