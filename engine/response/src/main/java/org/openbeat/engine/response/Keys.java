package org.openbeat.engine.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
}
