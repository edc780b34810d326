package org.openbeat.app.places.geometry;

import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.GeoBounds;

/** Reckoning on lines of latitude, longitude, latitude, …; flat within a few kilometres. */
public final class Lines {
    private static final double METRES_A_DEGREE = 111_195;

    private Lines() {}

    public static GeoBounds bounds(double[] line) {
        var south = line[0];
        var north = line[0];
        var west = line[1];
        var east = line[1];
        for (var i = 0; i < line.length; i += 2) {
            south = Math.min(south, line[i]);
            north = Math.max(north, line[i]);
            west = Math.min(west, line[i + 1]);
            east = Math.max(east, line[i + 1]);
        }
        return new GeoBounds(south, west, north, east);
    }

    /** A square around a point, half as wide as given. */
    public static GeoBounds around(GeoPoint point, double metres) {
        var north = metres / METRES_A_DEGREE;
        var east = north / Math.max(0.01, Math.cos(Math.toRadians(point.latitude())));
        return new GeoBounds(
                point.latitude() - north, point.longitude() - east, point.latitude() + north, point.longitude() + east);
    }

    /** The place on the line nearest to a point. */
    public static GeoPoint nearest(double[] line, GeoPoint point) {
        var narrow = Math.cos(Math.toRadians(point.latitude()));
        var best = new GeoPoint(line[0], line[1]);
        var least = square(point.latitude() - line[0], (point.longitude() - line[1]) * narrow);
        for (var i = 0; i + 3 < line.length; i += 2) {
            var north = line[i + 2] - line[i];
            var east = (line[i + 3] - line[i + 1]) * narrow;
            var along = (point.latitude() - line[i]) * north + (point.longitude() - line[i + 1]) * narrow * east;
            var length = square(north, east);
            var part = length == 0 ? 0 : Math.clamp(along / length, 0, 1);
            var latitude = line[i] + part * north;
            var longitude = line[i + 1] + part * (line[i + 3] - line[i + 1]);
            var distance = square(point.latitude() - latitude, (point.longitude() - longitude) * narrow);
            if (distance < least) {
                least = distance;
                best = new GeoPoint(latitude, longitude);
            }
        }
        return best;
    }

    private static double square(double north, double east) {
        return north * north + east * east;
    }

    /** The place at a part of the line's length, 0 to 1. */
    public static GeoPoint at(double[] line, double part) {
        var left = part * length(line);
        for (var i = 0; i + 3 < line.length; i += 2) {
            var step = metres(line, i);
            if (left <= step && step > 0) {
                var share = left / step;
                return new GeoPoint(
                        line[i] + share * (line[i + 2] - line[i]), line[i + 1] + share * (line[i + 3] - line[i + 1]));
            }
            left -= step;
        }
        return new GeoPoint(line[line.length - 2], line[line.length - 1]);
    }

    private static double length(double[] line) {
        var metres = 0.0;
        for (var i = 0; i + 3 < line.length; i += 2) {
            metres += metres(line, i);
        }
        return metres;
    }

    private static double metres(double[] line, int i) {
        return new GeoPoint(line[i], line[i + 1]).metresTo(new GeoPoint(line[i + 2], line[i + 3]));
    }
}
