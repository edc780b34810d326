package org.openbeat.engine.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.response.Search.Wishes;

/** One question about many trips that share an end, the hub; the other end of each may be on a road or not. */
final class Trips<K> {
    private final List<Trip<K>> all;
    private final List<Trip<K>> onRoad;
    private final @Nullable OnRoad hub;

    /** One trip and the place on the road of its own end, null if there is none. */
    record Trip<K>(K key, Point from, Point to, @Nullable OnRoad place) {}

    Trips(List<Trip<K>> all, @Nullable OnRoad hub) {
        this.all = all;
        this.hub = hub;
        this.onRoad =
                all.stream().filter(trip -> hub != null && trip.place != null).toList();
    }

    /** The places to search for; the search speaks of them by their index. */
    OnRoad[] places() {
        return onRoad.stream().map(Trip::place).toArray(OnRoad[]::new);
    }

    K key(int place) {
        return onRoad.get(place).key;
    }

    /** Every trip, in the order given. */
    Map<K, TravelTime> inOrderGiven(@Nullable Wishes found) {
        var times = new LinkedHashMap<K, TravelTime>();
        var place = 0;
        for (var trip : all) {
            var searched = place < onRoad.size() && onRoad.get(place) == trip;
            Keys.putOnce(times, trip.key, searched ? byRoad(place++, found) : away(trip));
        }
        return times;
    }

    /** Trips as they were found, then those without a road by their straight line, until enough are suitable. */
    Map<K, TravelTime> nearestFirst(List<Integer> order, @Nullable Wishes found, int count, Predicate<K> suitable) {
        var left = inOrderGiven(found);
        var sorted = new ArrayList<Map.Entry<K, TravelTime>>();
        for (var place : order) {
            sorted.add(Map.entry(key(place), byRoad(place, found)));
            left.remove(key(place));
        }
        left.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().duration()))
                .forEach(sorted::add);
        return Keys.untilEnough(sorted, count, suitable);
    }

    private TravelTime byRoad(int place, @Nullable Wishes found) {
        var trip = onRoad.get(place);
        if (found == null || !found.found[place]) {
            return TravelTime.straight(trip.from, trip.to, NoRoad.NO_WAY);
        }
        var away = Math.max(metresAway(trip.place), metresAway(hub));
        return TravelTime.byRoad(found.millis[place], found.centimetres[place] / 100.0, away);
    }

    private static double metresAway(@Nullable OnRoad place) {
        return place == null ? 0 : place.metresAway();
    }

    private static <K> TravelTime away(Trip<K> trip) {
        return TravelTime.straight(trip.from, trip.to, NoRoad.AWAY_FROM_ROADS);
    }
}
