package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;

/** The river: it comes from the west, bends gently past the old town and widens towards the port in the east. */
final class River {
    /** From the edge of the water to the middle of the quay, metres. */
    private static final double QUAY = 17;

    private static final double STEP = 60;

    private final double reach;
    private final double phase;
    private final List<Point> middle = new ArrayList<>();

    River(CityPlan plan, double phase) {
        this.reach = plan.reach();
        this.phase = phase;
        for (double x = -reach * 1.1; x <= reach * 1.1; x += STEP) {
            middle.add(new Point(x, y(x)));
        }
    }

    private double y(double x) {
        double bend = 210 * StrictMath.sin(x / 1150 + phase) + 60 * StrictMath.sin(x / 470 + 2 * phase);
        double fall = -160 * x / 3000;
        return -395 + (bend + fall) * StrictMath.min(1, 0.25 + StrictMath.abs(x) / 1500);
    }

    private double halfWidth(double x) {
        return 38 + 26 * StrictMath.clamp((x + 3000) / 6000, 0.0, 1.0);
    }

    List<Point> middle() {
        return middle;
    }

    /** A line along the river: metres beyond the water's edge, on the northern or the southern side. */
    List<Point> bank(boolean north, double beyond) {
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < middle.size(); i++) {
            Point p = middle.get(i);
            double away = (halfWidth(p.x()) + beyond) * (north ? 1 : -1);
            line.add(Polygons.beside(middle, away).get(i));
        }
        return line;
    }

    List<Point> quay(boolean north) {
        return bank(north, QUAY);
    }

    List<Point> water() {
        List<Point> ring = new ArrayList<>(bank(false, 0));
        ring.addAll(bank(true, 0).reversed());
        return ring;
    }

    boolean isNorth(Point p) {
        return p.y() > y(p.x());
    }

    /** Whether a place is water or the strip between water and quay. */
    boolean covers(Point p) {
        return StrictMath.abs(p.y() - y(p.x())) < halfWidth(p.x()) + QUAY;
    }

    /** How far a place is from the middle of the river, metres, roughly. */
    double distance(Point p) {
        return StrictMath.abs(p.y() - y(p.x()));
    }
}
