package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;

/** A point of the plan where lines start, end, bend or cross. */
final class Node {
    final int id;
    final Point at;
    final List<Edge> edges = new ArrayList<>(4);

    Node(int id, Point at) {
        this.id = id;
        this.at = at;
    }

    boolean joins(Node other) {
        return edges.stream().anyMatch(edge -> edge.other(this) == other);
    }
}
