package org.openbeat.engine.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A line or an area of the map that is no street: its corners and its tags. */
record Area(List<Point> line, boolean closed, Map<String, String> tags) {

    static Area of(List<Point> ring, String... tags) {
        return new Area(ring, true, pairs(tags));
    }

    static Area line(List<Point> line, String... tags) {
        return new Area(line, false, pairs(tags));
    }

    private static Map<String, String> pairs(String... tags) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            pairs.put(tags[i], tags[i + 1]);
        }
        return pairs;
    }
}
