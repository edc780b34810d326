package org.openbeat.engine.city;

import java.util.List;

/** An area of the plan that no line crosses; the ring turns to the left and edge i leads from node i to node i+1. */
final class Face {
    private final List<Node> ring;
    private final List<Edge> edges;

    Face(List<Node> ring, List<Edge> edges) {
        this.ring = ring;
        this.edges = edges;
    }

    List<Node> ring() {
        return ring;
    }

    List<Edge> edges() {
        return edges;
    }

    List<Point> points() {
        return ring.stream().map(node -> node.at).toList();
    }

    double area() {
        return Polygons.area(points());
    }

    boolean borders(StreetKind kind) {
        return edges.stream().anyMatch(edge -> edge.street.kind == kind);
    }
}
