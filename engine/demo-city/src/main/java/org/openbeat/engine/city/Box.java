package org.openbeat.engine.city;

import java.util.List;

/** A rectangle along the axes, in metres. */
record Box(double west, double south, double east, double north) {

    static Box around(List<Point> points) {
        double west = Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (Point p : points) {
            west = StrictMath.min(west, p.x());
            south = StrictMath.min(south, p.y());
            east = StrictMath.max(east, p.x());
            north = StrictMath.max(north, p.y());
        }
        return new Box(west, south, east, north);
    }

    Box wider(double metres) {
        return new Box(west - metres, south - metres, east + metres, north + metres);
    }

    Point at(double shareEast, double shareNorth) {
        return new Point(west + (east - west) * shareEast, south + (north - south) * shareNorth);
    }
}
