package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A street, or an unbroken part of it, from end to end; one-way streets in the direction of traffic. */
record Chain(Street street, List<Node> nodes, List<Edge> edges) {

    static List<Chain> all(PlaneGraph graph) {
        Map<Street, Set<Edge>> streets = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            if (edge.street.kind.walked()) {
                streets.computeIfAbsent(edge.street, street -> new LinkedHashSet<>())
                        .add(edge);
            }
        }
        List<Chain> chains = new ArrayList<>();
        streets.forEach((street, open) -> {
            while (!open.isEmpty()) {
                chains.add(follow(street, open));
            }
        });
        return chains;
    }

    private static Chain follow(Street street, Set<Edge> open) {
        Edge edge = open.iterator().next();
        Node at = edge.from;
        for (Edge candidate : open) {
            Node end = endOf(candidate, open);
            if (end != null) {
                edge = candidate;
                at = end;
                break;
            }
        }
        List<Node> nodes = new ArrayList<>(List.of(at));
        List<Edge> edges = new ArrayList<>();
        while (edge != null && open.remove(edge)) {
            at = edge.other(at);
            nodes.add(at);
            edges.add(edge);
            edge = onward(at, open);
        }
        return new Chain(street, nodes, edges);
    }

    private static @Nullable Node endOf(Edge edge, Set<Edge> open) {
        if (arriving(edge.from, edge, open) == 0) {
            return edge.from;
        }
        return !edge.street.oneWay && arriving(edge.to, edge, open) == 0 ? edge.to : null;
    }

    /** How many other open pieces of the street one could have come along to the node. */
    private static long arriving(Node node, Edge edge, Set<Edge> open) {
        return node.edges.stream()
                .filter(other -> other != edge && open.contains(other))
                .filter(other -> !edge.street.oneWay || other.to == node)
                .count();
    }

    private static @Nullable Edge onward(Node at, Set<Edge> open) {
        return at.edges.stream()
                .filter(open::contains)
                .filter(edge -> !edge.street.oneWay || edge.from == at)
                .findFirst()
                .orElse(null);
    }
}
