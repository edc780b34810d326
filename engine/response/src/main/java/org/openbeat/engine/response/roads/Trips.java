package org.openbeat.engine.response.roads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.NoRoad;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.TravelTime;

/** One question about many trips that share an end, the hub; the other end of each may be on a road or not. */
final class Trips<K> {
    private final List<Trip<K>> all;
    private final List<Trip<K>> onRoad;
    private final @Nullable OnRoad hub;
    /** What was found for the trips with a road, packed. */
    private final long[] best;

    /** One trip and the place on the road of its own end, null if there is none. */
    record Trip<K>(K key, Point from, Point to, @Nullable OnRoad place) {}

    Trips(List<Trip<K>> all, @Nullable OnRoad hub) {
        this.all = all;
        this.hub = hub;
        this.onRoad =
                all.stream().filter(trip -> hub != null && trip.place != null).toList();
        this.best = new long[onRoad.size()];
        Arrays.fill(best, Packed.NEVER);
    }

    /** The number of trips to search for; the search speaks of them by their number. */
    int count() {
        return onRoad.size();
    }

    @Nullable
    OnRoad place(int number) {
        return onRoad.get(number).place;
    }

    long[] best() {
        return best;
    }

    K key(int number) {
        return onRoad.get(number).key;
    }

    /** Every trip, in the order given. */
    Map<K, TravelTime> inOrderGiven() {
        var times = new LinkedHashMap<K, TravelTime>();
        var number = 0;
        for (var trip : all) {
            var searched = number < onRoad.size() && onRoad.get(number) == trip;
            Keys.putOnce(times, trip.key, searched ? time(number++) : away(trip));
        }
        return times;
    }

    /** Trips as they were found, then those without a road by their straight line, until enough are suitable. */
    Map<K, TravelTime> nearestFirst(int[] order, int count, Predicate<K> suitable) {
        var told = new boolean[onRoad.size()];
        var sorted = new ArrayList<Map.Entry<K, TravelTime>>();
        for (var number : order) {
            told[number] = true;
            sorted.add(Map.entry(key(number), time(number)));
        }
        // Those the search did not get to are no answer: it ended because enough were found before them.
        var left = new ArrayList<Map.Entry<K, TravelTime>>();
        var number = 0;
        for (var trip : all) {
            var searched = number < onRoad.size() && onRoad.get(number) == trip;
            if (!searched) {
                left.add(Map.entry(trip.key, away(trip)));
            } else if (!told[number++]) {
                left.add(Map.entry(trip.key, TravelTime.straight(trip.from, trip.to, NoRoad.NO_WAY)));
            }
        }
        left.stream()
                .sorted(Comparator.comparing(each -> each.getValue().duration()))
                .forEach(sorted::add);
        return Keys.untilEnough(sorted, count, suitable);
    }

    private TravelTime time(int number) {
        var trip = onRoad.get(number);
        return time(best[number], trip.from, trip.to, Math.max(metresAway(trip.place), metresAway(hub)));
    }

    /** A packed time told, or a straight line where there is no way. */
    static TravelTime time(long packed, Point from, Point to, double metresAway) {
        return packed >= Packed.NEVER
                ? TravelTime.straight(from, to, NoRoad.NO_WAY)
                : TravelTime.byRoad(Packed.millis(packed), Packed.metres(packed), metresAway);
    }

    private static double metresAway(@Nullable OnRoad place) {
        return place == null ? 0 : place.metresAway();
    }

    private static <K> TravelTime away(Trip<K> trip) {
        return TravelTime.straight(trip.from, trip.to, NoRoad.AWAY_FROM_ROADS);
    }
}
