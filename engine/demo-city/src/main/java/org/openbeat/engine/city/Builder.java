package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Builds up a block: houses along each of its streets, as its quarter's style asks. */
final class Builder {

    /** How houses stand: length along the street, depth, distance behind the pavement, gaps, all in metres. */
    private record Manner(
            double length, double longer, double depth, double back, double gap, double wider, String use) {}

    private final RandomGenerator chance;

    Builder(RandomGenerator chance) {
        this.chance = chance;
    }

    List<Building> build(Block block) {
        List<Building> built = new ArrayList<>();
        for (int i = 0; i < block.face().edges().size(); i++) {
            Edge edge = block.face().edges().get(i);
            Node from = block.face().ring().get(i);
            if (edge.street.kind.walked() && !edge.bridge && edge.street.name != null) {
                row(block, edge, from, manner(block.quarter().style()), built);
            }
        }
        return built;
    }

    private static Manner manner(Style style) {
        return switch (style) {
            case OLD_TOWN -> new Manner(13, 14, 12, 1.5, 0, 0, "yes");
            case INNER -> new Manner(22, 18, 13, 2.5, 0, 3, "apartments");
            case OUTER -> new Manner(20, 22, 12, 4, 6, 14, "apartments");
            case GARDEN, FIELD, PARK, WOOD, SQUARE, RIVER -> new Manner(11, 7, 10, 6, 11, 12, "house");
            case INDUSTRY -> new Manner(42, 50, 32, 9, 14, 26, "industrial");
        };
    }

    private void row(Block block, Edge edge, Node from, Manner manner, List<Building> built) {
        Point along = edge.other(from).at.minus(from.at).unit();
        double end = edge.length();
        double at = edge.street.kind.halfWidth + manner.back();
        while (at < end) {
            double length = manner.length() + chance.nextDouble(manner.longer());
            double depth = manner.depth() * chance.nextDouble(0.85, 1.15);
            double away = edge.street.kind.halfWidth + manner.back() + depth / 2 + 0.2;
            Point middle =
                    from.at.plus(along.times(at + length / 2)).plus(along.left().times(away));
            List<Point> footprint = Polygons.rectangle(middle, along, length, depth);
            boolean fits = block.holds(footprint, manner.back()) && free(footprint, built, manner.gap());
            if (fits && chance.nextInt(100) < 94) {
                built.add(new Building(footprint, manner.use(), edge));
            }
            at += fits ? length + manner.gap() + chance.nextDouble(manner.wider() + 0.1) : 6;
        }
    }

    private static boolean free(List<Point> footprint, List<Building> built, double gap) {
        double needed = StrictMath.max(0, StrictMath.min(gap, 4) - 0.05);
        return built.stream().noneMatch(other -> Polygons.overlap(footprint, other.ring, needed));
    }
}
