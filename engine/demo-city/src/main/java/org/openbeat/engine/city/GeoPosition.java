package org.openbeat.engine.city;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place on the earth.
 *
 * @param latitude degrees WGS 84
 * @param longitude degrees WGS 84
 */
public record GeoPosition(double latitude, double longitude) {

    /** Seven decimals, as OpenStreetMap writes them. */
    static String text(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(7, RoundingMode.HALF_UP).toPlainString();
    }

    String geoJson() {
        return "[" + text(longitude) + "," + text(latitude) + "]";
    }
}
