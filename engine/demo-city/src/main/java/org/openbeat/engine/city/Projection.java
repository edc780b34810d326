package org.openbeat.engine.city;

/** From the city's plane to WGS 84; good to a few metres over a city, and its own inverse. */
final class Projection {
    private static final double METRES_PER_DEGREE = 111_195;

    private final double latitude;
    private final double longitude;
    private final double shrink;

    Projection(CityPlan plan) {
        this.latitude = plan.latitude();
        this.longitude = plan.longitude();
        this.shrink = StrictMath.cos(StrictMath.toRadians(plan.latitude()));
    }

    /** Rounded to OpenStreetMap's seven decimals. */
    GeoPosition position(Point p) {
        return new GeoPosition(
                round(latitude + p.y() / METRES_PER_DEGREE), round(longitude + p.x() / (METRES_PER_DEGREE * shrink)));
    }

    Point point(GeoPosition position) {
        return new Point(
                (position.longitude() - longitude) * METRES_PER_DEGREE * shrink,
                (position.latitude() - latitude) * METRES_PER_DEGREE);
    }

    private static double round(double degrees) {
        return StrictMath.round(degrees * 1e7) / 1e7;
    }
}
