package org.openbeat.engine.response.roads;

import java.util.Arrays;
import java.util.Set;

/**
 * Dijkstra's search as the textbook has it, written without a look at ours: over directions of stretches instead of
 * states, without a queue, times and lengths kept apart. The slow word on what is right.
 */
final class Oracle {
    private final RandomCity city;
    private final OnRoad from;
    private final OnRoad to;
    private final int keys;
    /** To the end of each direction. */
    private final int[] millis;

    private final int[] centimetres;
    private final boolean[] done;
    private int bestMillis = Integer.MAX_VALUE;
    private int bestCentimetres = Integer.MAX_VALUE;

    private Oracle(RandomCity city, OnRoad from, OnRoad to) {
        this.city = city;
        this.from = from;
        this.to = to;
        this.keys = 2 * city.stretches();
        this.millis = new int[keys];
        this.centimetres = new int[keys];
        this.done = new boolean[keys];
        Arrays.fill(millis, Integer.MAX_VALUE);
    }

    /** Milliseconds and centimetres, or null if there is no way. */
    static int[] fastest(RandomCity city, OnRoad from, OnRoad to) {
        var oracle = new Oracle(city, from, to);
        oracle.search();
        return oracle.bestMillis == Integer.MAX_VALUE ? null : new int[] {oracle.bestMillis, oracle.bestCentimetres};
    }

    private void search() {
        direct();
        setOut(2 * from.stretch(), 1 - from.fraction());
        setOut(2 * from.stretch() + 1, from.fraction());
        for (var key = nearestOpen(); key >= 0; key = nearestOpen()) {
            done[key] = true;
            arriveAt(city.end(key), key, millis[key], centimetres[key]);
            for (var next = 0; next < keys; next++) {
                if (city.end(key) == city.start(next) && !city.noTurn().contains(turn(key, next))) {
                    drive(next, millis[key], centimetres[key]);
                }
            }
        }
    }

    private void direct() {
        if (from.stretch() == to.stretch()) {
            var part = to.fraction() - from.fraction();
            var key = 2 * from.stretch() + (part >= 0 ? 0 : 1);
            if (part == 0) {
                better(0, 0);
            } else if (mayDrive(key, Math.abs(part))) {
                better(share(city.millis(key), Math.abs(part)), share(city.centimetres(key / 2), Math.abs(part)));
            }
        }
    }

    private void setOut(int key, double part) {
        if (part == 0) {
            // Standing at the crossing: every street may be taken.
            arriveAt(city.end(key), -1, 0, 0);
            for (var next = 0; next < keys; next++) {
                if (city.start(next) == city.end(key)) {
                    drive(next, 0, 0);
                }
            }
        } else if (mayDrive(key, part)) {
            reach(key, share(city.millis(key), part), share(city.centimetres(key / 2), part));
        }
    }

    private boolean mayDrive(int key, double part) {
        return city.millis(key) >= 0 && (part < 1 || !city.closed().contains(key / 2));
    }

    private void drive(int key, int time, int length) {
        if (city.millis(key) >= 0 && !city.closed().contains(key / 2)) {
            reach(key, time + city.millis(key), length + city.centimetres(key / 2));
        }
    }

    private void reach(int key, int time, int length) {
        if (time < millis[key] || time == millis[key] && length < centimetres[key]) {
            millis[key] = time;
            centimetres[key] = length;
        }
    }

    private void arriveAt(int junction, int cameBy, int time, int length) {
        last(2 * to.stretch(), to.fraction(), junction, cameBy, time, length);
        last(2 * to.stretch() + 1, 1 - to.fraction(), junction, cameBy, time, length);
    }

    private void last(int key, double part, int junction, int cameBy, int time, int length) {
        if (city.start(key) != junction) {
            return;
        }
        if (part == 0) {
            better(time, length);
        } else if (mayDrive(key, part) && !city.noTurn().contains(turn(cameBy, key))) {
            better(time + share(city.millis(key), part), length + share(city.centimetres(key / 2), part));
        }
    }

    private void better(int time, int length) {
        if (time < bestMillis || time == bestMillis && length < bestCentimetres) {
            bestMillis = time;
            bestCentimetres = length;
        }
    }

    private int nearestOpen() {
        var nearest = -1;
        for (var key = 0; key < keys; key++) {
            if (!done[key]
                    && millis[key] != Integer.MAX_VALUE
                    && (nearest < 0
                            || millis[key] < millis[nearest]
                            || millis[key] == millis[nearest] && centimetres[key] < centimetres[nearest])) {
                nearest = key;
            }
        }
        return nearest;
    }

    static long turn(int in, int out) {
        return (long) in << 32 | out;
    }

    private static int share(int whole, double part) {
        return (int) Math.round(whole * part);
    }

    /** A town of chance, as plain lists. */
    record RandomCity(
            int junctions,
            int[] base,
            int[] far,
            int[] along,
            int[] back,
            int[] length,
            Set<Long> noTurn,
            Set<Integer> closed,
            int[] slow) {
        int stretches() {
            return base.length;
        }

        int start(int key) {
            return key % 2 == 0 ? base[key / 2] : far[key / 2];
        }

        int end(int key) {
            return key % 2 == 0 ? far[key / 2] : base[key / 2];
        }

        /** Now, slow areas counted; below 0 nobody may. */
        int millis(int key) {
            var usual = usualMillis(key);
            return usual < 0 ? usual : usual * slow[key / 2];
        }

        int usualMillis(int key) {
            return key % 2 == 0 ? along[key / 2] : back[key / 2];
        }

        int centimetres(int stretch) {
            return length[stretch];
        }
    }
}
