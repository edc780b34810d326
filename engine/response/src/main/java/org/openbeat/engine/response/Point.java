package org.openbeat.engine.response;

/**
 * A place on the earth.
 *
 * @param latitude degrees north, WGS 84, -90 to 90
 * @param longitude degrees east, WGS 84, -180 to 180
 */
public record Point(double latitude, double longitude) {
    private static final double EARTH_RADIUS_METRES = 6_371_008.8;

    public Point {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("""
                    There is no place at latitude %s, longitude %s.
                    Maybe latitude and longitude were swapped.""".formatted(latitude, longitude));
        }
    }

    /** The distance over the ground as the crow flies (haversine on the mean sphere), in metres. */
    public double metresTo(Point other) {
        var north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        var east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        var chord = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * east * east;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
