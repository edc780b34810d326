package org.openbeat.engine.response.roads;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openbeat.engine.response.TravelTime;

/** Answers by the caller's keys. */
final class Keys {
    private Keys() {}

    static <K> void putOnce(Map<K, TravelTime> times, K key, TravelTime time) {
        if (times.putIfAbsent(key, time) != null) {
            throw new IllegalArgumentException("""
                    The key %s was given twice.
                    Maybe one unit is in the list with two positions.""".formatted(key));
        }
    }

    /** The first entries, up to and with the last suitable one that is wanted. */
    static <K> Map<K, TravelTime> untilEnough(List<Map.Entry<K, TravelTime>> sorted, int count, Predicate<K> suitable) {
        var first = new LinkedHashMap<K, TravelTime>();
        var wanted = count;
        for (var each : sorted) {
            if (wanted <= 0) {
                break;
            }
            first.put(each.getKey(), each.getValue());
            wanted -= suitable.test(each.getKey()) ? 1 : 0;
        }
        return first;
    }

    /** The suitable ones with the least times, at most so many, in order. */
    static <K> Map<K, TravelTime> first(Map<K, TravelTime> times, int count, Predicate<K> suitable) {
        var first = new LinkedHashMap<K, TravelTime>();
        times.entrySet().stream()
                .filter(each -> suitable.test(each.getKey()))
                .sorted(Comparator.comparing(each -> each.getValue().duration()))
                .limit(count)
                .forEach(each -> first.put(each.getKey(), each.getValue()));
        return first;
    }
}
