package org.openbeat.app.places.boundaries;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.openbeat.app.kernel.AgencyId;

/**
 * A bounded area before or after it is stored.
 *
 * @param outline polygon or multipolygon in degrees, longitude first
 */
public record Area(
        Kind kind,
        String code,
        String name,
        @Nullable String nameZh,
        AgencyId agency,
        @Nullable String station,
        Geometry outline) {

    /** What an area is. */
    public enum Kind {
        JURISDICTION,
        BEAT
    }
}
