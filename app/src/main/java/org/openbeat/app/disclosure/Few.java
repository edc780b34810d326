package org.openbeat.app.disclosure;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts that may be published. A count below three could point to a household, so what is rare is told together;
 * and where all that is rare together is still below three, nothing is told of it, in no total either, so that nobody
 * finds it by subtraction.
 *
 * @param counts by name, the most frequent first; each at least three
 * @param rest how many there were of all rarer names together; 0 when that is withheld or there were none
 */
record Few(Map<String, Integer> counts, int rest) {
    static final int SMALLEST = 3;

    static <T> Few count(List<T> things, Function<T, String> name) {
        var all = things.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
        var published = new LinkedHashMap<String, Integer>();
        all.entrySet().stream()
                .filter(entry -> entry.getValue() >= SMALLEST)
                .sorted(Comparator.comparing(Map.Entry<String, Long>::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> published.put(entry.getKey(), Math.toIntExact(entry.getValue())));
        int rest = things.size()
                - published.values().stream().mapToInt(Integer::intValue).sum();
        return new Few(published, rest >= SMALLEST ? rest : 0);
    }

    boolean tells(String name) {
        return counts.containsKey(name);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() + rest;
    }
}
