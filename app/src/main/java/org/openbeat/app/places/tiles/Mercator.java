package org.openbeat.app.places.tiles;

import org.locationtech.jts.geom.Coordinate;

/** The square world of web maps: 0 to 1 eastwards and southwards. */
final class Mercator {
    /** Beyond it the projection runs off to infinity. */
    private static final double LAST_LATITUDE = 85.0511;

    private Mercator() {}

    static double x(double longitude) {
        return (longitude + 180) / 360;
    }

    static double y(double latitude) {
        var radians = Math.toRadians(Math.clamp(latitude, -LAST_LATITUDE, LAST_LATITUDE));
        return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
    }

    static Coordinate[] project(Coordinate[] degrees) {
        var projected = new Coordinate[degrees.length];
        for (var i = 0; i < degrees.length; i++) {
            projected[i] = new Coordinate(x(degrees[i].x), y(degrees[i].y));
        }
        return projected;
    }
}
