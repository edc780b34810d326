package org.openbeat.app.dispatch.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.places.Beat;
import org.openbeat.engine.response.coverage.ExpectedCoverage;
import org.openbeat.engine.response.queueing.Hypercube;
import org.openbeat.engine.response.queueing.Line;
import org.openbeat.engine.response.queueing.ServiceSystem;

/**
 * What coverage is computed from, as of an instant.
 *
 * @param demand of each beat; never 0, for no beat is safe because nothing was heard of it
 * @param units those whose position is known, the free ones in front
 * @param free how many of them are free
 * @param seconds travel time of each unit to the middle of each beat
 */
record Snapshot(
        Instant at,
        List<Beat> beats,
        double[] demand,
        List<UnitRow> units,
        int free,
        double[][] seconds,
        boolean byRoad,
        int onDuty,
        DemandHistory.Load load) {
    private static final double BUSIEST = 0.95;
    private static final double KEEPS_UP = 0.98;

    boolean isEmpty() {
        return beats.isEmpty();
    }

    double busy() {
        return onDuty == 0 ? BUSIEST : Math.min(BUSIEST, load.busyUnits() / onDuty);
    }

    private ExpectedCoverage within(int minutes) {
        var ofFree = new double[free][];
        System.arraycopy(seconds, 0, ofFree, 0, free);
        return ExpectedCoverage.of(demand, ofFree, minutes * 60.0, busy());
    }

    Map<UnitId, Double> lostWithout(int minutes) {
        if (isEmpty()) {
            return Map.of();
        }
        var expected = within(minutes);
        var losses = new HashMap<UnitId, Double>();
        for (var unit = 0; unit < free; unit++) {
            losses.put(units.get(unit).id(), expected.lostWithout(unit));
        }
        return losses;
    }

    Coverage coverage(int minutes, Locale locale) {
        if (isEmpty()) {
            return new Coverage(at, minutes, 0, busy(), onDuty, free, byRoad, List.of(), List.of(), null);
        }
        var expected = within(minutes);
        var total = Arrays.stream(demand).sum();
        var areas = new ArrayList<Coverage.Area>();
        for (var area = 0; area < beats.size(); area++) {
            var beat = beats.get(area);
            areas.add(new Coverage.Area(
                    beat.code().value(),
                    beat.name(locale),
                    beat.centre(),
                    demand[area] / total,
                    expected.ofArea(area),
                    expected.reaching(area)));
        }
        var losses = new ArrayList<Coverage.Loss>();
        for (var unit = 0; unit < free; unit++) {
            losses.add(new Coverage.Loss(units.get(unit).callSign(), expected.lostWithout(unit)));
        }
        areas.sort(Comparator.comparingDouble(Coverage.Area::covered).thenComparing(Coverage.Area::beat));
        losses.sort(Comparator.comparingDouble(Coverage.Loss::share).reversed().thenComparing(Coverage.Loss::callSign));
        return new Coverage(at, minutes, expected.covered(), busy(), onDuty, free, byRoad, areas, losses, model());
    }

    /** Each beat is an atom; the units wait where they are. */
    private Coverage.@Nullable Model model() {
        if (units.isEmpty() || load.busyUnits() <= 0 || load.busyUnits() >= KEEPS_UP * units.size()) {
            return null;
        }
        var total = Arrays.stream(demand).sum();
        var rates = Arrays.stream(demand)
                .map(each -> each / total * load.assignmentsAnHour())
                .toArray();
        var serviceRate = load.assignmentsAnHour() / load.busyUnits();
        var system = ServiceSystem.nearestFirst(rates, seconds, serviceRate, Line.INFINITE);
        var state = Hypercube.solve(system);
        return new Coverage.Model(
                state.isExact(),
                state.waitProbability(),
                state.interdistrictFraction(),
                state.travel(seconds, null).overall() / 60);
    }
}
