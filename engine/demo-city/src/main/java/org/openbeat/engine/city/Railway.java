package org.openbeat.engine.city;

import java.util.ArrayList;
import java.util.List;

/** The railway: from west to east, north of the inner ring, straight through the station. */
final class Railway {
    /** Where trains stop, on Station Avenue. */
    static final Point STATION = new Point(0, 1_205);

    private Railway() {}

    static List<Point> line(CityPlan plan) {
        List<Point> line = new ArrayList<>();
        for (double x = -plan.reach() * 1.1; x <= plan.reach() * 1.1; x += 70) {
            line.add(new Point(x, y(x)));
        }
        return line;
    }

    private static double y(double x) {
        double far = StrictMath.max(0, StrictMath.abs(x) - 450);
        double fall = x < 0 ? 0.00019 : 0.00007;
        double straight = StrictMath.min(fall * far * far, 0.3 * far);
        return STATION.y() - straight + (x > 450 ? 0.0006 * 0.3 * far * far / (1 + far / 900) : 0);
    }
}
