package org.openbeat.app.dispatch.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.plan.PastCalls.PastCall;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.engine.response.Need;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.Skill;
import org.openbeat.engine.response.plan.ResponsePlan;
import org.openbeat.engine.response.queueing.Line;
import org.openbeat.engine.response.simulation.CallSource;
import org.openbeat.engine.response.simulation.Fleet;
import org.openbeat.engine.response.simulation.Outcome;
import org.openbeat.engine.response.simulation.Requirement;
import org.openbeat.engine.response.simulation.SimulatedCall;
import org.openbeat.engine.response.simulation.Simulation;

/** Plays the calls of a day once with each of two plans; everything else is the same in both. */
final class DayReplay {
    static final Duration IN_TIME = Duration.ofMinutes(8);
    private static final Duration USUAL_STAY = Duration.ofMinutes(25);
    private static final double CLEARLY = 60;

    private final LocalDate day;
    private final Instant from;
    private final List<PastCall> calls;
    private final List<Waiting> units;
    private final int unplaced;
    private final Map<Skill, Integer> bits = new HashMap<>();

    /** A unit, where it waits. */
    record Waiting(GeoPoint at, Set<String> skills) {}

    DayReplay(LocalDate day, Instant from, List<PastCall> calls, List<Waiting> units, int unplaced) {
        this.day = day;
        this.from = from;
        this.calls = calls;
        this.units = units;
        this.unplaced = unplaced;
    }

    /** @param progress is told from 0 to 1 how far it is */
    Comparison compare(
            RoadNetwork roads, boolean byRoad, ResponsePlan now, ResponsePlan tried, DoubleConsumer progress) {
        if (calls.isEmpty() || units.isEmpty()) {
            var nothing = new Comparison.Whole(0, 0, 0, 0);
            return new Comparison(day, calls.size(), units.size(), unplaced, byRoad, List.of(), 0, 0, nothing, nothing);
        }
        var places = places();
        var travel = travel(roads, places.keySet(), progress);
        var fleet = Fleet.nearestFirst(
                travel, units.stream().mapToLong(unit -> mask(skills(unit))).toArray(), Line.INFINITE);
        var before = Simulation.replay(fleet, CallSource.of(calls(now, places)), done -> {});
        var after = Simulation.replay(fleet, CallSource.of(calls(tried, places)), done -> {});
        progress.accept(1);
        return new Comparison(
                day,
                calls.size(),
                units.size(),
                unplaced,
                byRoad,
                rows(before, after),
                clearlySooner(after, before),
                clearlySooner(before, after),
                whole(before),
                whole(after));
    }

    /** The same crossing need not be measured twice: four digits are some ten metres. */
    private Map<GeoPoint, Integer> places() {
        var places = new LinkedHashMap<GeoPoint, Integer>();
        calls.forEach(call -> places.putIfAbsent(rounded(call.point()), places.size()));
        return places;
    }

    private static GeoPoint rounded(GeoPoint point) {
        return new GeoPoint(Math.round(point.latitude() * 1e4) / 1e4, Math.round(point.longitude() * 1e4) / 1e4);
    }

    private double[][] travel(RoadNetwork roads, Collection<GeoPoint> places, DoubleConsumer progress) {
        var origins = new ArrayList<Origin<Integer>>();
        for (var unit = 0; unit < units.size(); unit++) {
            origins.add(new Origin<>(unit, point(units.get(unit).at())));
        }
        var travel = new double[units.size()][places.size()];
        var place = 0;
        for (var at : places) {
            var to = place++;
            roads.travelTimes(origins, point(at))
                    .forEach((unit, time) -> travel[unit][to] = time.duration().toMillis() / 1000.0);
            progress.accept(0.95 * place / places.size());
        }
        return travel;
    }

    private static Point point(GeoPoint at) {
        return new Point(at.latitude(), at.longitude());
    }

    private static Set<Skill> skills(Waiting unit) {
        var skills = new TreeSet<Skill>();
        unit.skills().forEach(code -> skills.add(new Skill(code)));
        return skills;
    }

    /** Skills beyond the sixty-fourth share a bit with an earlier one, which no organisation has come near. */
    private long mask(Set<Skill> skills) {
        var mask = 0L;
        for (var skill : skills) {
            mask |= 1L << bits.computeIfAbsent(skill, ignored -> bits.size() % Long.SIZE);
        }
        return mask;
    }

    private List<SimulatedCall> calls(ResponsePlan plan, Map<GeoPoint, Integer> places) {
        return calls.stream()
                .map(call -> new SimulatedCall(
                        Duration.between(from, call.at()).toMillis() / 1000.0,
                        places.getOrDefault(rounded(call.point()), 0),
                        call.priority(),
                        needs(plan, call),
                        stay(call).toMillis() / 1000.0))
                .toList();
    }

    private List<Requirement> needs(ResponsePlan plan, PastCall call) {
        return plan.need(call.type(), call.priority()).map(Need::parts).orElse(List.of()).stream()
                .map(part -> new Requirement(mask(part.skills()), part.units()))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), found -> found.isEmpty() ? SimulatedCall.ANY_UNIT : found));
    }

    private static Duration stay(PastCall call) {
        var stayed = call.stayed();
        return stayed == null ? USUAL_STAY : stayed;
    }

    private static List<Comparison.Row> rows(Outcome before, Outcome after) {
        return IntStream.rangeClosed(0, 4)
                .filter(priority -> before.calls(priority) > 0)
                .mapToObj(priority -> new Comparison.Row(
                        priority, before.calls(priority), figures(before, priority), figures(after, priority)))
                .toList();
    }

    private static Comparison.Figures figures(Outcome outcome, int priority) {
        return new Comparison.Figures(
                time(outcome.quantile(priority, 0.5)),
                time(outcome.quantile(priority, 0.9)),
                outcome.within(priority, IN_TIME.toSeconds()));
    }

    private static @Nullable Duration time(double seconds) {
        return Double.isFinite(seconds) ? Duration.ofMillis(Math.round(seconds * 1000)) : null;
    }

    private int clearlySooner(Outcome one, Outcome other) {
        return (int) IntStream.range(0, calls.size())
                .filter(call -> one.response(call) + CLEARLY <= other.response(call))
                .count();
    }

    private Comparison.Whole whole(Outcome outcome) {
        var sent = IntStream.range(0, units.size()).map(outcome::sent).sum();
        var busy =
                IntStream.range(0, units.size()).mapToDouble(outcome::busyShare).average();
        var waited = IntStream.range(0, calls.size()).filter(outcome::waited).count();
        return new Comparison.Whole(
                sent, busy.orElse(0), calls.isEmpty() ? 0 : (double) waited / calls.size(), outcome.unitsNeverFound());
    }
}
