package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers the houses: from one end of each street to the other, odd on the left and even on the right. */
final class Numbering {

    /** Where along its street an edge begins, and whether the street runs through it from its first node. */
    private record Stretch(double start, boolean onward) {}

    private record Plot(Building building, double along) {}

    private final Map<Edge, Stretch> stretches = new HashMap<>();

    Numbering(List<Chain> chains) {
        Map<Street, Double> lengths = new HashMap<>();
        for (Chain chain : chains) {
            double at = lengths.getOrDefault(chain.street(), 0.0);
            for (int i = 0; i < chain.edges().size(); i++) {
                Edge edge = chain.edges().get(i);
                stretches.put(edge, new Stretch(at, edge.from == chain.nodes().get(i)));
                at += edge.length();
            }
            lengths.put(chain.street(), at);
        }
    }

    void number(List<Building> buildings) {
        Map<Street, List<Plot>> left = new LinkedHashMap<>();
        Map<Street, List<Plot>> right = new LinkedHashMap<>();
        for (Building building : buildings) {
            Edge front = building.front;
            Stretch stretch = front == null ? null : stretches.get(front);
            if (front != null && stretch != null) {
                put(building, front, stretch, left, right);
            }
        }
        left.values().forEach(side -> number(side, 1));
        right.values().forEach(side -> number(side, 2));
    }

    private static void put(
            Building building,
            Edge front,
            Stretch stretch,
            Map<Street, List<Plot>> left,
            Map<Street, List<Plot>> right) {
        Point from = stretch.onward() ? front.from.at : front.to.at;
        Point to = stretch.onward() ? front.to.at : front.from.at;
        Point middle = building.middle();
        Map<Street, List<Plot>> side = to.minus(from).cross(middle.minus(from)) > 0 ? left : right;
        double along = stretch.start() + middle.minus(from).dot(to.minus(from).unit());
        side.computeIfAbsent(front.street, street -> new ArrayList<>()).add(new Plot(building, along));
    }

    private static void number(List<Plot> side, int first) {
        side.sort(Comparator.comparingDouble(Plot::along));
        for (int i = 0; i < side.size(); i++) {
            side.get(i).building().number = first + 2 * i;
        }
    }
}
