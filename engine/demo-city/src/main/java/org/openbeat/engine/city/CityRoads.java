package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The streets of the city for those who drive through it, such as made-up traffic. */
public final class CityRoads {
    private final Projection projection;
    private final List<Node> crossings = new ArrayList<>();

    private record Reached(Node node, double seconds) {}

    CityRoads(PlaneGraph graph, Projection projection) {
        this.projection = projection;
        for (Node node : graph.nodes()) {
            if (node.edges.stream().anyMatch(edge -> edge.street.kind.drivable)) {
                crossings.add(node);
            }
        }
    }

    /** Some place on a street. */
    public GeoPosition somewhere(RandomGenerator chance) {
        return projection.position(crossings.get(chance.nextInt(crossings.size())).at);
    }

    /**
     * The quickest way by car between the crossings nearest to two places: its corners, the ends among them. One-way
     * streets and speed limits count. Empty when there is no way.
     */
    public List<GeoPosition> drive(GeoPosition from, GeoPosition to) {
        Node start = nearest(projection.point(from));
        Node goal = nearest(projection.point(to));
        Map<Node, Node> before = search(start, goal);
        List<GeoPosition> way = new ArrayList<>();
        for (@Nullable Node node = goal; node != null; node = before.get(node)) {
            way.add(projection.position(node.at));
        }
        return before.containsKey(goal) || start == goal ? way.reversed() : List.of();
    }

    private Node nearest(Point place) {
        Node best = crossings.getFirst();
        for (Node node : crossings) {
            if (node.at.distanceTo(place) < best.at.distanceTo(place)) {
                best = node;
            }
        }
        return best;
    }

    /** Dijkstra's search; gives for each node reached the one before it. */
    private static Map<Node, Node> search(Node start, Node goal) {
        Map<Node, Node> before = new HashMap<>();
        Map<Node, Double> seconds = new HashMap<>(Map.of(start, 0.0));
        PriorityQueue<Reached> open = new PriorityQueue<>((a, b) -> Double.compare(a.seconds(), b.seconds()));
        open.add(new Reached(start, 0));
        for (Reached next = open.poll(); next != null && next.node() != goal; next = open.poll()) {
            if (next.seconds() <= seconds.getOrDefault(next.node(), Double.MAX_VALUE)) {
                relax(next, before, seconds, open);
            }
        }
        return before;
    }

    private static void relax(
            Reached at, Map<Node, Node> before, Map<Node, Double> seconds, PriorityQueue<Reached> open) {
        for (Edge edge : at.node().edges) {
            boolean allowed = edge.street.kind.drivable && (!edge.street.oneWay || edge.from == at.node());
            Node other = edge.other(at.node());
            double later = at.seconds() + (allowed ? edge.length() * 3.6 / edge.street.kind.maxSpeed : 0);
            if (allowed && later < seconds.getOrDefault(other, Double.MAX_VALUE)) {
                seconds.put(other, later);
                before.put(other, at.node());
                open.add(new Reached(other, later));
            }
        }
    }
}
