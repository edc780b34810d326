package org.openbeat.engine.city;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Fills one quarter with streets: a lattice, turned and bent, whose lines end at the streets around the quarter. */
final class QuarterStreets {
    private static final double SNAP = 30;

    private final PlaneGraph graph;
    private final RandomGenerator chance;
    private final Quarter quarter;
    private final Lattice lattice;
    private final StreetChoice choice;
    private final Map<Long, Node> placed = new HashMap<>();

    QuarterStreets(PlaneGraph graph, RandomGenerator chance, Quarter quarter, Lattice lattice, StreetChoice choice) {
        this.graph = graph;
        this.chance = chance;
        this.quarter = quarter;
        this.lattice = lattice;
        this.choice = choice;
    }

    void lay() {
        for (int row = lattice.firstRow(); row <= lattice.lastRow(); row++) {
            for (int column = lattice.firstColumn(); column <= lattice.lastColumn(); column++) {
                place(row, column);
            }
        }
        for (int row = lattice.firstRow(); row <= lattice.lastRow(); row++) {
            for (int column = lattice.firstColumn(); column <= lattice.lastColumn(); column++) {
                connect(row, column, row, column + 1);
                connect(row, column, row + 1, column);
            }
        }
    }

    private void place(int row, int column) {
        Point at = lattice.at(row, column);
        if (Polygons.contains(quarter.ring(), at) && Polygons.distanceToRing(quarter.ring(), at) > lattice.margin()) {
            placed.put(key(row, column), graph.addNode(at));
        }
    }

    private @Nullable Node placed(int row, int column) {
        return placed.get(key(lattice.wrapRow(row), lattice.wrapColumn(column)));
    }

    private static long key(int row, int column) {
        return ((long) row << 32) ^ (column & 0xffffffffL);
    }

    private void connect(int row, int column, int nextRow, int nextColumn) {
        Node from = placed(row, column);
        Node to = placed(nextRow, nextColumn);
        boolean gap = chance.nextDouble() < quarter.style().gaps;
        if (from != null && to != null) {
            if (!gap) {
                join(from, to, choice.of(row, column, nextRow));
            }
        } else if (from != null) {
            end(from, lattice.at(nextRow, nextColumn), choice.of(row, column, nextRow), true);
        } else if (to != null) {
            end(to, lattice.at(row, column), choice.of(row, column, nextRow), false);
        }
    }

    private void join(Node from, Node to, Street street) {
        if (graph.firstHit(from, nearly(from, to)).isEmpty() && !narrow(from, to.at) && !narrow(to, from.at)) {
            link(from, to, street);
        }
    }

    /** Along the lattice, or against it for every second street: so one-way streets alternate. */
    private void link(Node from, Node to, Street street) {
        if (street.id % 2 == 0) {
            graph.link(from, to, street);
        } else {
            graph.link(to, from, street);
        }
    }

    private static Point nearly(Node from, Node to) {
        return from.at.towards(to.at, 0.999);
    }

    /** Leads a street that leaves the quarter to the first line on its way, if that is a street it may join. */
    private void end(Node from, Point towards, Street street, boolean onward) {
        Point far = from.at.towards(towards, 1.6);
        Optional<PlaneGraph.Hit> hit = graph.firstHit(from, far);
        if (hit.isEmpty() || !mayJoin(hit.get(), from)) {
            return;
        }
        Node end = corner(hit.get());
        boolean crowded = end.edges.size() > 4 || end.joins(from) || narrow(from, end.at) || narrow(end, from.at);
        if (!crowded && graph.firstHit(from, nearly(from, end)).isEmpty()) {
            link(onward ? from : end, onward ? end : from, street);
        }
    }

    private boolean mayJoin(PlaneGraph.Hit hit, Node from) {
        Edge edge = hit.edge();
        boolean street = edge.street.kind.walked() && !edge.bridge;
        boolean open = edge.street.kind != StreetKind.TRUNK || chance.nextInt(3) == 0;
        Point way = hit.at().minus(from.at).unit();
        double sine = StrictMath.abs(way.cross(edge.to.at.minus(edge.from.at).unit()));
        return street && open && sine > 0.5;
    }

    private Node corner(PlaneGraph.Hit hit) {
        for (Node end : List.of(hit.edge().from, hit.edge().to)) {
            if (end.at.distanceTo(hit.at()) < SNAP) {
                return end;
            }
        }
        return graph.split(hit.edge(), hit.at(), 1);
    }

    /** Whether a new edge would leave the node at less than 28 degrees beside another. */
    private static boolean narrow(Node node, Point towards) {
        Point way = towards.minus(node.at).unit();
        return node.edges.stream()
                .map(edge -> edge.other(node).at.minus(node.at).unit())
                .anyMatch(other -> way.dot(other) > 0.88);
    }
}
