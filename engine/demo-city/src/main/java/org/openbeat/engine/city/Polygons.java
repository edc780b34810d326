package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;

/** Plane geometry of rings: lists of points without a closing repetition. */
final class Polygons {

    private Polygons() {}

    /** Twice-checked shoelace area: positive where the ring turns to the left. Square metres. */
    static double area(List<Point> ring) {
        double sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            sum += ring.get(i).cross(ring.get((i + 1) % ring.size()));
        }
        return sum / 2;
    }

    static Point centroid(List<Point> ring) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int i = 0; i < ring.size(); i++) {
            Point a = ring.get(i);
            Point b = ring.get((i + 1) % ring.size());
            double cross = a.cross(b);
            x += (a.x() + b.x()) * cross;
            y += (a.y() + b.y()) * cross;
            sum += cross;
        }
        return sum == 0 ? ring.getFirst() : new Point(x / (3 * sum), y / (3 * sum));
    }

    static boolean contains(List<Point> ring, Point p) {
        boolean inside = false;
        for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            Point a = ring.get(i);
            Point b = ring.get(j);
            if ((a.y() > p.y()) != (b.y() > p.y())
                    && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
                inside = !inside;
            }
        }
        return inside;
    }

    static double distanceToRing(List<Point> ring, Point p) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < ring.size(); i++) {
            best = StrictMath.min(best, p.distanceToSegment(ring.get(i), ring.get((i + 1) % ring.size())));
        }
        return best;
    }

    /** The point farthest from the ring among the centroid and a 13 × 13 grid: safely inside also of bent shapes. */
    static Point innermost(List<Point> ring) {
        Point best = centroid(ring);
        double depth = contains(ring, best) ? distanceToRing(ring, best) : -1;
        Box box = Box.around(ring);
        for (int i = 1; i < 14; i++) {
            for (int j = 1; j < 14; j++) {
                Point p = box.at(i / 14.0, j / 14.0);
                double d = contains(ring, p) ? distanceToRing(ring, p) : -1;
                if (d > depth + 1) {
                    best = p;
                    depth = d;
                }
            }
        }
        return best;
    }

    /** Whether two convex rings come nearer to each other than the gap, by the separating axis theorem. */
    static boolean overlap(List<Point> one, List<Point> two, double gap) {
        return !separated(one, two, gap) && !separated(two, one, gap);
    }

    private static boolean separated(List<Point> axes, List<Point> other, double gap) {
        for (int i = 0; i < axes.size(); i++) {
            Point from = axes.get(i);
            Point outward =
                    axes.get((i + 1) % axes.size()).minus(from).unit().left().times(-1);
            double nearest = Double.MAX_VALUE;
            for (Point p : other) {
                nearest = StrictMath.min(nearest, p.minus(from).dot(outward));
            }
            if (nearest >= gap) {
                return true;
            }
        }
        return false;
    }

    static List<Point> rectangle(Point middle, Point along, double length, double depth) {
        Point half = along.times(length / 2);
        Point side = along.left().times(depth / 2);
        return List.of(
                middle.minus(half).minus(side),
                middle.plus(half).minus(side),
                middle.plus(half).plus(side),
                middle.minus(half).plus(side));
    }

    static List<Point> ellipse(Point middle, Point along, double length, double depth, int corners) {
        List<Point> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            Point p = Point.polar(1, 2 * StrictMath.PI * i / corners);
            ring.add(middle.plus(along.times(p.x() * length / 2))
                    .plus(along.left().times(p.y() * depth / 2)));
        }
        return ring;
    }

    /** A line moved to the left by as many metres at each of its points. */
    static List<Point> beside(List<Point> line, double metres) {
        List<Point> moved = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Point before = line.get(StrictMath.max(0, i - 1));
            Point after = line.get(StrictMath.min(line.size() - 1, i + 1));
            moved.add(line.get(i).plus(after.minus(before).unit().left().times(metres)));
        }
        return moved;
    }
}
