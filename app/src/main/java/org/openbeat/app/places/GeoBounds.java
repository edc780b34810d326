package org.openbeat.app.places;

import org.openbeat.app.kernel.GeoPoint;

/** A rectangle of degrees, WGS 84; it does not cross the antimeridian. */
public record GeoBounds(double south, double west, double north, double east) {
    public GeoBounds {
        if (!(south <= north && west <= east)) {
            throw new IllegalArgumentException("not bounds: south before north, west before east");
        }
    }

    public GeoPoint centre() {
        return new GeoPoint((south + north) / 2, (west + east) / 2);
    }

    public boolean contains(GeoPoint point) {
        return point.latitude() >= south
                && point.latitude() <= north
                && point.longitude() >= west
                && point.longitude() <= east;
    }
}
