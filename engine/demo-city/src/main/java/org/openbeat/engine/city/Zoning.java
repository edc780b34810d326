package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Decides what is built where: dense within the rings, gardens, works, woods and fields further out. */
final class Zoning {
    private final CityPlan plan;
    private final River river;
    private final RandomGenerator chance;

    Zoning(CityPlan plan, River river, RandomGenerator chance) {
        this.plan = plan;
        this.river = river;
        this.chance = chance;
    }

    List<Quarter> quarters(List<Face> faces) {
        List<Quarter> quarters = new ArrayList<>();
        for (Face face : faces) {
            List<Point> ring = face.points();
            Point heart = Polygons.innermost(ring);
            quarters.add(new Quarter(quarters.size(), face, ring, heart, style(face, ring, heart)));
        }
        return quarters;
    }

    private Style style(Face face, List<Point> ring, Point heart) {
        double radius = new Point(heart.x(), heart.y() / plan.flatness()).length();
        if (river.covers(heart) && face.borders(StreetKind.STREAM)) {
            return Style.RIVER;
        }
        if (Polygons.contains(ring, new Point(0, 0))) {
            return Style.SQUARE;
        }
        if (radius < Skeleton.WALL && river.isNorth(heart)) {
            return Style.OLD_TOWN;
        }
        int draw = chance.nextInt(100);
        if (radius < Skeleton.INNER) {
            return draw < 10 ? Style.PARK : Style.INNER;
        }
        if (radius < StrictMath.max(Skeleton.TRUNK, plan.reach() * 0.64)) {
            return nearRailOrPort(face, heart) && draw < 45 ? Style.INDUSTRY : draw < 88 ? Style.OUTER : Style.PARK;
        }
        return outside(face, heart, radius, draw);
    }

    private Style outside(Face face, Point heart, double radius, int draw) {
        if (nearRailOrPort(face, heart) && draw < 40) {
            return Style.INDUSTRY;
        }
        boolean edge = face.borders(StreetKind.LIMIT);
        if (draw < (edge ? 22 : 62)) {
            return radius < 2_600 || draw % 3 > 0 ? Style.GARDEN : Style.OUTER;
        }
        return draw < (edge ? 58 : 82) ? Style.WOOD : Style.FIELD;
    }

    private boolean nearRailOrPort(Face face, Point heart) {
        return face.borders(StreetKind.RAIL) || (heart.x() > 1_500 && river.distance(heart) < 420);
    }
}
