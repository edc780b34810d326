package org.openbeat.engine.response.roads;

import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.PointList;
import com.graphhopper.util.shapes.BBox;
import java.util.List;
import org.openbeat.engine.response.Area;
import org.openbeat.engine.response.Point;

/** Whether a line of road touches an area; areas are small enough to be taken as flat. */
sealed interface Shape {

    BBox bounds();

    boolean touches(PointList line);

    static Shape of(Area area) {
        return switch (area) {
            case Area.Circle circle -> new Round(circle.centre(), circle.metres());
            case Area.Polygon polygon -> new Ring(polygon.corners());
        };
    }

    /** A circle. */
    record Round(Point centre, double metres) implements Shape {
        @Override
        public BBox bounds() {
            return DistanceCalcEarth.DIST_EARTH.createBBox(centre.latitude(), centre.longitude(), metres);
        }

        @Override
        public boolean touches(PointList line) {
            var earth = DistanceCalcEarth.DIST_EARTH;
            for (var i = 0; i < line.size(); i++) {
                if (earth.calcDist(centre.latitude(), centre.longitude(), line.getLat(i), line.getLon(i)) <= metres) {
                    return true;
                }
                if (i > 0 && beside(line, i) && earth.calcDenormalizedDist(toEdge(line, i)) <= metres) {
                    return true;
                }
            }
            return false;
        }

        private boolean beside(PointList line, int i) {
            return DistanceCalcEarth.DIST_EARTH.validEdgeDistance(
                    centre.latitude(),
                    centre.longitude(),
                    line.getLat(i - 1),
                    line.getLon(i - 1),
                    line.getLat(i),
                    line.getLon(i));
        }

        private double toEdge(PointList line, int i) {
            return DistanceCalcEarth.DIST_EARTH.calcNormalizedEdgeDistance(
                    centre.latitude(),
                    centre.longitude(),
                    line.getLat(i - 1),
                    line.getLon(i - 1),
                    line.getLat(i),
                    line.getLon(i));
        }
    }

    /** A polygon. */
    record Ring(List<Point> corners) implements Shape {
        @Override
        public BBox bounds() {
            var box = BBox.createInverse(false);
            corners.forEach(corner -> box.update(corner.latitude(), corner.longitude()));
            return box;
        }

        @Override
        public boolean touches(PointList line) {
            for (var i = 0; i < line.size(); i++) {
                if (holds(line.getLat(i), line.getLon(i))) {
                    return true;
                }
                for (var corner = 0; i > 0 && corner < corners.size(); corner++) {
                    if (crosses(line, i, corners.get(corner), corners.get((corner + 1) % corners.size()))) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean holds(double latitude, double longitude) {
            var inside = false;
            for (var i = 0; i < corners.size(); i++) {
                var a = corners.get(i);
                var b = corners.get((i + 1) % corners.size());
                var spans = a.latitude() > latitude != b.latitude() > latitude;
                if (spans
                        && longitude
                                < a.longitude()
                                        + (latitude - a.latitude())
                                                / (b.latitude() - a.latitude())
                                                * (b.longitude() - a.longitude())) {
                    inside = !inside;
                }
            }
            return inside;
        }

        private static boolean crosses(PointList line, int i, Point a, Point b) {
            var start = new Point(line.getLat(i - 1), line.getLon(i - 1));
            var end = new Point(line.getLat(i), line.getLon(i));
            return side(a, b, start) * side(a, b, end) < 0 && side(start, end, a) * side(start, end, b) < 0;
        }

        private static double side(Point a, Point b, Point c) {
            return (b.longitude() - a.longitude()) * (c.latitude() - a.latitude())
                    - (b.latitude() - a.latitude()) * (c.longitude() - a.longitude());
        }
    }
}
