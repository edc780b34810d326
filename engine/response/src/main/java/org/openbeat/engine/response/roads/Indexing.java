package org.openbeat.engine.response.roads;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.roads.Contraction.Ordered;

/**
 * The weights in force and, as soon as it is made, the hierarchy that fits them. New weights hold at once, without a
 * hierarchy; it is made in the background, and one that nobody wants any more is given up.
 */
final class Indexing implements AutoCloseable {
    private final Order order;
    private volatile Now now;
    private volatile boolean closed;
    private @Nullable Thread builder;

    /** What a question is answered with, from its beginning to its end. */
    record Now(Metric metric, @Nullable Hierarchy hierarchy) {}

    /** Finds the order of contraction for a graph; null when nobody wants it any more. */
    @FunctionalInterface
    interface Finding {
        @Nullable
        Ordered find(Metric metric, BooleanSupplier wanted);
    }

    Indexing(Metric first, Finding finding) {
        this.order = new Order(first, finding);
        this.now = new Now(first, null);
        build(first);
    }

    Now now() {
        return now;
    }

    synchronized void use(Metric metric) {
        now = new Now(metric, null);
        build(metric);
    }

    private synchronized void build(Metric metric) {
        builder = Thread.ofPlatform().daemon().name("roads-index").start(() -> {
            var found = order.find(metric, () -> !closed);
            if (found != null) {
                publish(metric, hierarchy(metric, found));
            }
        });
    }

    private @Nullable Hierarchy hierarchy(Metric metric, Ordered found) {
        var ready = found.hierarchy();
        return ready != null
                ? ready
                : Contraction.hierarchy(metric, found.order(), () -> !closed && now.metric() == metric);
    }

    private synchronized void publish(Metric metric, @Nullable Hierarchy hierarchy) {
        if (hierarchy != null && now.metric() == metric) {
            now = new Now(metric, hierarchy);
        }
    }

    void await() throws InterruptedException {
        for (var working = working(); now.hierarchy() == null && working != null; working = working()) {
            working.join();
            if (working == working() && now.hierarchy() == null) {
                throw new IllegalStateException("The index of the roads could not be made.");
            }
        }
    }

    private synchronized @Nullable Thread working() {
        return builder;
    }

    /** Returns when nothing is made any more. */
    @Override
    public void close() {
        closed = true;
        var working = working();
        try {
            if (working != null) {
                working.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Found by the first that needs it; others wait for it. */
    private static final class Order {
        private final Metric first;
        private final Finding finding;
        private int @Nullable [] found;

        Order(Metric first, Finding finding) {
            this.first = first;
            this.finding = finding;
        }

        /** With the hierarchy, if that of these weights has just come of finding the order. */
        synchronized @Nullable Ordered find(Metric asking, BooleanSupplier wanted) {
            if (found != null) {
                return new Ordered(found, null);
            }
            var now = finding.find(first, wanted);
            if (now == null) {
                return null;
            }
            found = now.order();
            return asking == first ? now : new Ordered(found, null);
        }
    }
}
