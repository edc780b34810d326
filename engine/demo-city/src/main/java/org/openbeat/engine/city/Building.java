package org.openbeat.engine.city;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A footprint with its tags; where it has an address, the street and, later, the number on it. */
final class Building {
    final List<Point> ring;
    final Map<String, String> tags = new TreeMap<>();
    final @Nullable Edge front;
    int number;

    Building(List<Point> ring, String use, @Nullable Edge front) {
        this.ring = ring;
        this.front = front;
        tags.put("building", use);
    }

    Point middle() {
        return Polygons.centroid(ring);
    }
}
