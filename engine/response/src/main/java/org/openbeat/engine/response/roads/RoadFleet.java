package org.openbeat.engine.response.roads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.Fleet;
import org.openbeat.engine.response.NoRoad;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.TravelTime;

/**
 * Units hung on the states next to them once when they move, not once for each question. Questions read together;
 * a move waits for those under way, which takes about a millisecond.
 */
final class RoadFleet<K> implements Fleet<K> {
    private final ImportedRoads network;
    private final RoadLines lines;
    private final Indexing indexing;
    private final Places places;
    private final Map<K, Integer> numbers = new HashMap<>();
    /** By number; null where the number is free. */
    private final List<@Nullable Unit<K>> units = new ArrayList<>();

    private final List<Integer> free = new ArrayList<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Metric hungWith;
    private volatile Question.@Nullable Selection selection;

    private record Unit<K>(K key, Point at, @Nullable OnRoad place, Links links) {}

    RoadFleet(ImportedRoads network, RoadLines lines, Indexing indexing, int states) {
        this.network = network;
        this.lines = lines;
        this.indexing = indexing;
        this.places = new Places(states);
        this.hungWith = indexing.now().metric();
    }

    @Override
    public void move(K key, Point at) {
        var place = lines.snap(at);
        lock.writeLock().lock();
        try {
            var known = numbers.get(key);
            var number = known != null ? known : free.isEmpty() ? units.size() : free.removeLast();
            numbers.put(key, number);
            if (number == units.size()) {
                units.add(null);
            }
            takeDown(number);
            hang(number, new Unit<>(key, at, place, place == null ? new Links() : hungWith.leave(place)));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void hang(int number, Unit<K> unit) {
        units.set(number, unit);
        places.hang(number, unit.links);
    }

    private void takeDown(int number) {
        var before = units.get(number);
        if (before != null) {
            places.unhang(number, before.links);
            units.set(number, null);
        }
    }

    @Override
    public void remove(K key) {
        lock.writeLock().lock();
        try {
            var number = numbers.remove(key);
            if (number != null) {
                takeDown(number);
                free.add(number);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public int size() {
        lock.readLock().lock();
        try {
            return numbers.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Locks for reading, with every unit hung as the weights now in force have it. */
    private Indexing.Now lockCurrent() {
        while (true) {
            lock.readLock().lock();
            var now = indexing.now();
            if (now.metric() == hungWith) {
                return now;
            }
            lock.readLock().unlock();
            rehang();
        }
    }

    private void rehang() {
        lock.writeLock().lock();
        try {
            hungWith = indexing.now().metric();
            places.clear();
            for (var number = 0; number < units.size(); number++) {
                var unit = units.get(number);
                if (unit != null && unit.place != null) {
                    hang(number, new Unit<>(unit.key, unit.at, unit.place, hungWith.leave(unit.place)));
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public Map<K, TravelTime> nearest(Point target, int count, Predicate<K> suitable) {
        var goal = lines.snap(target);
        var now = lockCurrent();
        try {
            return goal == null
                    ? Keys.first(straight(target, NoRoad.AWAY_FROM_ROADS), count, suitable)
                    : nearest(now, target, goal, count, suitable);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Map<K, TravelTime> nearest(Indexing.Now now, Point target, OnRoad goal, int count, Predicate<K> suitable) {
        var good = new boolean[units.size()];
        var goods = 0;
        for (var number = 0; number < good.length; number++) {
            var unit = units.get(number);
            good[number] = unit != null && suitable.test(unit.key);
            goods += good[number] ? 1 : 0;
        }
        var question = question(now, goal);
        var wanted = goods;
        var order = network.lend(workshop -> question.nearestOf(workshop, count, wanted, number -> good[number]));
        var first = new LinkedHashMap<K, TravelTime>();
        for (var number : order) {
            var unit = units.get(number);
            if (unit != null) {
                first.put(unit.key, time(unit, question.best()[number], target, goal));
            }
        }
        if (first.size() < Math.min(count, goods)) {
            addWithoutRoad(first, target, count, good);
        }
        return first;
    }

    private void addWithoutRoad(Map<K, TravelTime> first, Point target, int count, boolean[] good) {
        var left = new LinkedHashMap<K, TravelTime>();
        for (var number = 0; number < good.length; number++) {
            var unit = units.get(number);
            if (unit != null && good[number] && !first.containsKey(unit.key)) {
                var why = unit.place == null ? NoRoad.AWAY_FROM_ROADS : NoRoad.NO_WAY;
                left.put(unit.key, TravelTime.straight(unit.at, target, why));
            }
        }
        first.putAll(Keys.first(left, count - first.size(), key -> true));
    }

    @Override
    public Map<K, TravelTime> travelTimes(Point target) {
        var goal = lines.snap(target);
        var now = lockCurrent();
        try {
            return goal == null ? straight(target, NoRoad.AWAY_FROM_ROADS) : travelTimes(now, target, goal);
        } finally {
            lock.readLock().unlock();
        }
    }

    private Map<K, TravelTime> travelTimes(Indexing.Now now, Point target, OnRoad goal) {
        var question = question(now, goal);
        selection = network.lend(workshop -> question.all(workshop, numbers.size(), selection));
        var times = LinkedHashMap.<K, TravelTime>newLinkedHashMap(units.size());
        for (var number = 0; number < units.size(); number++) {
            var unit = units.get(number);
            if (unit != null) {
                times.put(unit.key, time(unit, question.best()[number], target, goal));
            }
        }
        return times;
    }

    private Question question(Indexing.Now now, OnRoad goal) {
        var best = new long[units.size()];
        Arrays.fill(best, Packed.NEVER);
        for (var number = 0; number < best.length; number++) {
            var unit = units.get(number);
            if (unit != null && unit.place != null && unit.place.stretch() == goal.stretch()) {
                best[number] = now.metric().straight(unit.place, goal);
            }
        }
        return new Question(now, now.metric().arrive(goal), true, places, best);
    }

    private TravelTime time(Unit<K> unit, long packed, Point target, OnRoad goal) {
        return unit.place == null
                ? TravelTime.straight(unit.at, target, NoRoad.AWAY_FROM_ROADS)
                : Trips.time(packed, unit.at, target, Math.max(unit.place.metresAway(), goal.metresAway()));
    }

    private Map<K, TravelTime> straight(Point target, NoRoad why) {
        var times = new LinkedHashMap<K, TravelTime>();
        for (var unit : units) {
            if (unit != null) {
                times.put(unit.key, TravelTime.straight(unit.at, target, why));
            }
        }
        return times;
    }
}
