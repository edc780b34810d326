package org.openbeat.app.dispatch.recommend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.engine.response.NoRoad;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.TravelTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Road times within 250 ms, or a straight line: whoever waits for a unit must not wait for a map. After a
 * question that took too long the roads are left alone for a while, so that slow answers do not pile up.
 */
@Component
class BudgetedTravelTimes implements TravelTimes, DisposableBean {
    static final long BUDGET_MILLIS = 250;
    static final long REST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int AT_ONCE = 4;
    private static final Logger LOG = LoggerFactory.getLogger(BudgetedTravelTimes.class);

    private final Roads roads;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("travel-times-", 0).factory());
    private final Semaphore room = new Semaphore(AT_ONCE);
    private volatile long restingUntil = System.nanoTime();

    BudgetedTravelTimes(Roads roads) {
        this.roads = roads;
    }

    /** Where the roads come from; they may be imported while we run. */
    interface Roads {
        RoadNetwork network();
    }

    @Override
    public Map<UnitId, TravelTime> to(Point target, List<Origin<UnitId>> origins) {
        if (System.nanoTime() - restingUntil < 0 || !room.tryAcquire()) {
            return straight(target, origins);
        }
        try {
            return executor.submit(() -> ask(target, origins)).get(BUDGET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | RejectedExecutionException e) {
            restingUntil = System.nanoTime() + REST_NANOS;
            LOG.warn("Road times are not to be had within {} ms; straight lines are shown instead.", BUDGET_MILLIS, e);
            return straight(target, origins);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return straight(target, origins);
        }
    }

    private Map<UnitId, TravelTime> ask(Point target, List<Origin<UnitId>> origins) {
        try {
            return roads.network().travelTimes(origins, target);
        } finally {
            room.release();
        }
    }

    private static Map<UnitId, TravelTime> straight(Point target, List<Origin<UnitId>> origins) {
        var times = new LinkedHashMap<UnitId, TravelTime>();
        origins.forEach(origin -> times.put(origin.key(), TravelTime.straight(origin.at(), target, NoRoad.NO_MAP)));
        return times;
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
