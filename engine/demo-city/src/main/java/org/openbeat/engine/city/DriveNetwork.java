package org.openbeat.engine.city;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What cars can use: sees to it that a car gets from everywhere to everywhere and back. */
final class DriveNetwork {
    private final PlaneGraph graph;
    private final Node start;

    /** @param start the middle of the network: any node on a road that is not one-way */
    DriveNetwork(PlaneGraph graph, Node start) {
        this.graph = graph;
        this.start = start;
    }

    static Node startNear(PlaneGraph graph, Point place) {
        Node best = graph.nodes().getFirst();
        double distance = Double.MAX_VALUE;
        for (Edge edge : graph.edges()) {
            double d = edge.street.kind.arterial() ? edge.from.at.distanceTo(place) : Double.MAX_VALUE;
            if (d < distance) {
                best = edge.from;
                distance = d;
            }
        }
        return best;
    }

    /** One-way streets that trap a car become two-way; roads that no car can reach are closed to cars. */
    void repair() {
        for (Edge edge : stranded()) {
            edge.street.oneWay = false;
        }
        for (Edge edge : stranded()) {
            if (edge.street.kind == StreetKind.LIVING_STREET || edge.street.kind == StreetKind.RESIDENTIAL) {
                graph.remove(edge);
            }
        }
    }

    private List<Edge> stranded() {
        Set<Node> there = reach(true);
        Set<Node> back = reach(false);
        List<Edge> stranded = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            boolean whole = both(edge.from, there, back) && both(edge.to, there, back);
            if (edge.street.kind.drivable && !whole) {
                stranded.add(edge);
            }
        }
        return stranded;
    }

    private static boolean both(Node node, Set<Node> there, Set<Node> back) {
        return there.contains(node) && back.contains(node);
    }

    private Set<Node> reach(boolean forward) {
        Set<Node> seen = new HashSet<>(Set.of(start));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Node node = open.removeFirst();
            for (Edge edge : node.edges) {
                boolean allowed = !edge.street.oneWay || (forward ? edge.from : edge.to) == node;
                if (edge.street.kind.drivable && allowed && seen.add(edge.other(node))) {
                    open.add(edge.other(node));
                }
            }
        }
        return seen;
    }
}
