package org.openbeat.engine.city;

import java.util.List;

/** Lifts every road over the railway. */
final class RailBridges {
    private static final double RAMP = 30;

    private final PlaneGraph graph;

    RailBridges(PlaneGraph graph) {
        this.graph = graph;
    }

    void raise() {
        for (Node node : List.copyOf(graph.nodes())) {
            if (node.edges.stream().anyMatch(edge -> edge.street.kind == StreetKind.RAIL)) {
                List.copyOf(node.edges).forEach(edge -> raise(node, edge));
            }
        }
    }

    private void raise(Node over, Edge edge) {
        if (!edge.street.kind.walked()) {
            return;
        }
        double share = RAMP / edge.length();
        Node end = share < 1 ? graph.split(edge, over.at.towards(edge.other(over).at, share), 8) : edge.other(over);
        Edge span = graph.between(over, end);
        if (span != null) {
            span.bridge = true;
        }
    }
}
