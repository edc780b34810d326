package org.openbeat.app.places.streets;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.extract.Feature;
import org.openbeat.app.places.streets.StreetIndex.Crossing;

/** Two streets cross where their ways share a node. */
final class Crossings {
    /** The two sides of a divided road meet a street twice; within this distance it is one crossing. */
    private static final double SAME_METRES = 60;

    private final StreetIndex index;
    private final Map<Long, Set<Integer>> streetsAt = new HashMap<>();
    private final Map<Pair, Set<GeoPoint>> known = new HashMap<>();

    private record Pair(int street, int other) {}

    Crossings(StreetIndex index) {
        this.index = index;
    }

    /** Each way with the number of its street. */
    void add(List<Feature> ways, int[] streetOf) {
        for (var way = 0; way < streetOf.length; way++) {
            var nodes = ways.get(way).nodes();
            var line = ways.get(way).geometry().getCoordinates();
            for (var i = 0; i < nodes.length; i++) {
                meet(nodes[i], line[i], streetOf[way]);
            }
        }
    }

    private void meet(long node, Coordinate at, int street) {
        var others = streetsAt.computeIfAbsent(node, any -> new HashSet<>(2));
        if (others.add(street)) {
            for (var other : others) {
                if (other != street
                        && !index.names
                                .get(other)
                                .folded()
                                .equals(index.names.get(street).folded())) {
                    cross(new Pair(Math.min(street, other), Math.max(street, other)), at);
                }
            }
        }
    }

    private void cross(Pair pair, Coordinate at) {
        var point = new GeoPoint(at.y, at.x);
        var places = known.computeIfAbsent(pair, any -> new HashSet<>(2));
        if (places.stream().noneMatch(place -> place.metresTo(point) < SAME_METRES)) {
            places.add(point);
            index.crossings.add(new Crossing(pair.street, pair.other, at.y, at.x));
        }
    }
}
