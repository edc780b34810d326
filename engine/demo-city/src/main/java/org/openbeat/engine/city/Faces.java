package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts the plan into its faces by walking every edge once in each direction with the area on the left. */
final class Faces {

    /** One direction of an edge. */
    record HalfEdge(Node from, Edge edge) {
        Node to() {
            return edge.other(from);
        }

        HalfEdge back() {
            return new HalfEdge(to(), edge);
        }
    }

    private final List<Face> all = new ArrayList<>();
    private final Map<HalfEdge, Face> left = new HashMap<>();
    private final Map<Node, List<Edge>> turning = new HashMap<>();

    Faces(PlaneGraph graph) {
        for (Node node : graph.nodes()) {
            turning.put(node, sorted(node));
        }
        for (Edge edge : graph.edges()) {
            walk(new HalfEdge(edge.from, edge));
            walk(new HalfEdge(edge.to, edge));
        }
    }

    /** The bounded faces, in a repeatable order. */
    List<Face> bounded() {
        return all.stream().filter(face -> face.area() > 0).toList();
    }

    Face leftOf(HalfEdge half) {
        Face face = left.get(half);
        if (face == null) {
            throw new IllegalArgumentException("The edge is not of this plan.");
        }
        return face;
    }

    private static List<Edge> sorted(Node node) {
        List<Edge> edges = new ArrayList<>(node.edges);
        edges.sort(Comparator.comparingDouble(edge -> {
            Point way = edge.other(node).at.minus(node.at);
            return StrictMath.atan2(way.y(), way.x());
        }));
        return edges;
    }

    private void walk(HalfEdge start) {
        if (left.containsKey(start)) {
            return;
        }
        List<Node> ring = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Face face = new Face(ring, edges);
        HalfEdge half = start;
        do {
            left.put(half, face);
            ring.add(half.from());
            edges.add(half.edge());
            half = next(half);
        } while (!half.equals(start));
        all.add(face);
    }

    /** The way on along the same face, always as far to the left as the lines allow. */
    HalfEdge next(HalfEdge half) {
        Node at = half.to();
        List<Edge> around = turning.getOrDefault(at, List.of());
        int turn = around.indexOf(half.edge()) + around.size() - 1;
        return new HalfEdge(at, around.get(turn % around.size()));
    }
}
