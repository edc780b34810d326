package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes away what no engineer would build: skew or crowded bridges, loose ends, lines beyond the boundary. */
final class Tidying {
    private static final double BRIDGES_APART = 280;

    private final PlaneGraph graph;
    private final River river;
    private final List<Point> limit;

    private record Span(List<Edge> edges, StreetKind kind, Point at, double length) {}

    Tidying(PlaneGraph graph, River river, List<Point> limit) {
        this.graph = graph;
        this.river = river;
        this.limit = limit;
    }

    void tidy() {
        dropOutside();
        dropLooseEnds();
        keepGoodBridges();
        dropStubsOverWater();
        dropLooseEnds();
    }

    private void dropOutside() {
        for (Edge edge : List.copyOf(graph.edges())) {
            if (edge.street.kind != StreetKind.LIMIT && !Polygons.contains(limit, edge.middle())) {
                graph.remove(edge);
            }
        }
    }

    private void dropLooseEnds() {
        boolean again = true;
        while (again) {
            again = false;
            for (Edge edge : List.copyOf(graph.edges())) {
                boolean loose = edge.from.edges.size() == 1 || edge.to.edges.size() == 1;
                if (loose && edge.street.kind != StreetKind.LIMIT) {
                    graph.remove(edge);
                    again = true;
                }
            }
        }
    }

    private void dropStubsOverWater() {
        for (Edge edge : List.copyOf(graph.edges())) {
            if (edge.street.kind.walked() && !edge.bridge && !isQuay(edge) && river.covers(edge.middle())) {
                graph.remove(edge);
            }
        }
    }

    private void keepGoodBridges() {
        List<Span> spans = spans();
        spans.sort(Comparator.comparing(Span::kind).thenComparingDouble(Span::length));
        List<Span> kept = new ArrayList<>();
        for (Span span : spans) {
            boolean crowded = kept.stream().anyMatch(other -> other.at().distanceTo(span.at()) < BRIDGES_APART);
            if (crowded || span.length() > 230) {
                span.edges().forEach(graph::remove);
            } else {
                straighten(span);
                kept.add(span);
            }
        }
    }

    /** A bridge goes straight from quay to quay, whatever the road does before and after. */
    private void straighten(Span span) {
        Node north = end(span.edges(), true).orElseThrow();
        Node south = end(span.edges(), false).orElseThrow();
        span.edges().forEach(graph::remove);
        new LineLayer(graph, 1, 1).lay(List.of(north.at, south.at), span.edges().getFirst().street);
        for (Edge edge : graph.near(north.at, south.at, 0)) {
            edge.bridge |= edge.street == span.edges().getFirst().street && river.covers(edge.middle());
        }
    }

    private List<Span> spans() {
        List<Edge> over = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            boolean road = edge.street.kind.walked() && !isQuay(edge);
            if (road && (river.covers(edge.middle()) || onStream(edge.from) || onStream(edge.to))) {
                over.add(edge);
            }
        }
        List<Span> spans = new ArrayList<>();
        while (!over.isEmpty()) {
            spans.add(span(over));
        }
        return spans;
    }

    private Span span(List<Edge> over) {
        List<Edge> found = new ArrayList<>(List.of(over.removeFirst()));
        for (int i = 0; i < found.size(); i++) {
            Edge edge = found.get(i);
            List<Edge> more = over.stream().filter(other -> joined(edge, other)).toList();
            found.addAll(more);
            over.removeAll(more);
        }
        double length = found.stream().mapToDouble(Edge::length).sum();
        boolean whole = end(found, true).isPresent() && end(found, false).isPresent();
        return new Span(found, found.getFirst().street.kind, found.getFirst().middle(), whole ? length : 1e9);
    }

    private Optional<Node> end(List<Edge> span, boolean north) {
        return span.stream()
                .flatMap(edge -> Stream.of(edge.from, edge.to))
                .filter(node ->
                        river.isNorth(node.at) == north && node.edges.stream().anyMatch(this::isQuay))
                .findFirst();
    }

    private boolean joined(Edge one, Edge two) {
        Node shared = two.touches(one.from) ? one.from : two.touches(one.to) ? one.to : null;
        return shared != null
                && one.street == two.street
                && shared.edges.stream().noneMatch(this::isQuay);
    }

    private boolean isQuay(Edge edge) {
        return edge.street.name != null && edge.street.name.english().endsWith("Quay");
    }

    private boolean onStream(Node node) {
        return node.edges.stream().anyMatch(edge -> edge.street.kind == StreetKind.STREAM);
    }
}
