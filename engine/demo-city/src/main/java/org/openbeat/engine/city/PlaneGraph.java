package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plan as a planar graph: lines that cross share a node. */
final class PlaneGraph {
    private final List<Node> nodes = new ArrayList<>();
    private final Set<Edge> edges = new LinkedHashSet<>();
    private final EdgeIndex index = new EdgeIndex();

    /** Where a shot from a node first meets an edge. */
    record Hit(Edge edge, Point at, double share) {}

    List<Node> nodes() {
        return nodes;
    }

    Set<Edge> edges() {
        return edges;
    }

    Node addNode(Point at) {
        Node node = new Node(nodes.size(), at);
        nodes.add(node);
        return node;
    }

    void link(Node from, Node to, Street street) {
        if (from != to && !from.joins(to)) {
            add(new Edge(from, to, street, false));
        }
    }

    private void add(Edge edge) {
        edges.add(edge);
        edge.from.edges.add(edge);
        edge.to.edges.add(edge);
        index.add(edge);
    }

    void remove(Edge edge) {
        edges.remove(edge);
        edge.from.edges.remove(edge);
        edge.to.edges.remove(edge);
        index.remove(edge);
    }

    /** Puts a node into an edge, or gives the edge's own end where that is nearer than the tolerance. */
    Node split(Edge edge, Point at, double tolerance) {
        if (edge.from.at.distanceTo(at) < tolerance) {
            return edge.from;
        }
        if (edge.to.at.distanceTo(at) < tolerance) {
            return edge.to;
        }
        remove(edge);
        Node middle = addNode(at);
        add(new Edge(edge.from, middle, edge.street, edge.bridge));
        add(new Edge(middle, edge.to, edge.street, edge.bridge));
        return middle;
    }

    Set<Edge> near(Point from, Point to, double margin) {
        return index.near(Box.around(List.of(from, to)).wider(margin));
    }

    /** The node to use for a point: a near node, a new one on a near edge, or a new one. */
    Node anchor(Point at, double tolerance) {
        Node best = null;
        Edge edge = null;
        double nodeDistance = tolerance;
        double edgeDistance = tolerance;
        for (Edge candidate : near(at, at, tolerance)) {
            Node end =
                    candidate.from.at.distanceTo(at) < candidate.to.at.distanceTo(at) ? candidate.from : candidate.to;
            if (end.at.distanceTo(at) < nodeDistance) {
                best = end;
                nodeDistance = end.at.distanceTo(at);
            }
            double distance = at.distanceToSegment(candidate.from.at, candidate.to.at);
            if (distance < edgeDistance) {
                edge = candidate;
                edgeDistance = distance;
            }
        }
        return best != null ? best : edge != null ? splitNearest(edge, at) : addNode(at);
    }

    private Node splitNearest(Edge edge, Point at) {
        return split(edge, edge.from.at.towards(edge.to.at, at.shareAlong(edge.from.at, edge.to.at)), 0.01);
    }

    /** The first edge met on the straight way from a node to a point, edges of the node itself apart. */
    Optional<Hit> firstHit(Node from, Point to) {
        Hit first = null;
        for (Edge edge : near(from.at, to, 0)) {
            double share = edge.touches(from) ? -1 : crossing(from.at, to, edge);
            if (share >= 0 && (first == null || share < first.share())) {
                first = new Hit(edge, from.at.towards(to, share), share);
            }
        }
        return Optional.ofNullable(first);
    }

    /** Where (0 to 1) the way from → to crosses the edge, or -1 where it does not. */
    static double crossing(Point from, Point to, Edge edge) {
        Point way = to.minus(from);
        Point line = edge.to.at.minus(edge.from.at);
        double cross = way.cross(line);
        if (StrictMath.abs(cross) < 1e-9) {
            return -1;
        }
        Point start = edge.from.at.minus(from);
        double share = start.cross(line) / cross;
        double onEdge = start.cross(way) / cross;
        return share >= 0 && share <= 1 && onEdge >= 0 && onEdge <= 1 ? share : -1;
    }

    @Nullable
    Edge between(Node from, Node to) {
        return from.edges.stream()
                .filter(edge -> edge.other(from) == to)
                .findFirst()
                .orElse(null);
    }
}
