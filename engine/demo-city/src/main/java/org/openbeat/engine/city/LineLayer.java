package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays long lines into the graph and makes a shared node of every crossing on the way. */
final class LineLayer {
    private final PlaneGraph graph;
    private final double tolerance;
    private final double crossing;

    private record Stop(double share, Node node) {}

    /**
     * @param tolerance within how many metres a line's own points take up a node that is there already
     * @param crossing within how many metres of a node a crossing uses it
     */
    LineLayer(PlaneGraph graph, double tolerance, double crossing) {
        this.graph = graph;
        this.tolerance = tolerance;
        this.crossing = crossing;
    }

    void lay(List<Point> line, Street street) {
        Node last = graph.anchor(line.getFirst(), tolerance);
        for (Point next : line.subList(1, line.size())) {
            Node node = graph.anchor(next, tolerance);
            layStraight(last, node, street);
            last = node;
        }
    }

    void layRing(List<Point> ring, Street street) {
        List<Point> closed = new ArrayList<>(ring);
        closed.add(ring.getFirst());
        lay(closed, street);
    }

    private void layStraight(Node from, Node to, Street street) {
        if (from == to) {
            return;
        }
        List<Stop> stops = new ArrayList<>();
        for (Edge edge : graph.near(from.at, to.at, crossing)) {
            if (!edge.touches(from) && !edge.touches(to)) {
                stopAt(edge, from, to, stops);
            }
        }
        stops.sort(Comparator.comparingDouble(Stop::share));
        Node last = from;
        for (Stop stop : stops) {
            graph.link(last, stop.node(), street);
            last = stop.node();
        }
        graph.link(last, to, street);
    }

    private void stopAt(Edge edge, Node from, Node to, List<Stop> stops) {
        double share = PlaneGraph.crossing(from.at, to.at, edge);
        if (share >= 0) {
            Point at = from.at.towards(to.at, share);
            stops.add(new Stop(share, graph.split(edge, at, crossing)));
            return;
        }
        for (Node end : List.of(edge.from, edge.to)) {
            double along = end.at.shareAlong(from.at, to.at);
            if (along > 0 && along < 1 && end.at.distanceToSegment(from.at, to.at) < crossing) {
                stops.add(new Stop(along, end));
            }
        }
    }
}
