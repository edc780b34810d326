package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds edges near a place: a hash of square cells, each with the edges whose box touches it. */
final class EdgeIndex {
    private static final double CELL = 150;

    private final Map<Long, List<Edge>> cells = new HashMap<>();

    void add(Edge edge) {
        for (long cell : cellsOf(box(edge))) {
            cells.computeIfAbsent(cell, key -> new ArrayList<>()).add(edge);
        }
    }

    void remove(Edge edge) {
        for (long cell : cellsOf(box(edge))) {
            List<Edge> edges = cells.get(cell);
            if (edges != null) {
                edges.remove(edge);
            }
        }
    }

    /** Every edge that may touch the box, in a repeatable order. */
    Set<Edge> near(Box box) {
        Set<Edge> found = new LinkedHashSet<>();
        for (long cell : cellsOf(box)) {
            found.addAll(cells.getOrDefault(cell, List.of()));
        }
        return found;
    }

    private static Box box(Edge edge) {
        return Box.around(List.of(edge.from.at, edge.to.at));
    }

    private static List<Long> cellsOf(Box box) {
        List<Long> keys = new ArrayList<>();
        for (long x = cell(box.west()); x <= cell(box.east()); x++) {
            for (long y = cell(box.south()); y <= cell(box.north()); y++) {
                keys.add((x << 32) ^ (y & 0xffffffffL));
            }
        }
        return keys;
    }

    private static long cell(double metres) {
        return (long) StrictMath.floor(metres / CELL);
    }
}
