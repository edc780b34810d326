package org.openbeat.app.places;

import org.openbeat.app.kernel.GeoPoint;

/**
 * A place that may be meant by what somebody typed.
 *
 * @param label how people write it
 * @param at where it is
 * @param kind what it is
 * @param precision how well the position is known
 * @param confidence from 0 to 1, how well it fits what was typed
 * @param outside whether it lies outside the jurisdiction
 */
public record PlaceMatch(
        String label, GeoPoint at, Kind kind, Precision precision, double confidence, boolean outside) {

    /** The sorts of place. */
    public enum Kind {
        ADDRESS,
        STREET,
        CROSSING,
        LANDMARK,
        LOCALITY,
        COORDINATES
    }

    /** Nobody is sent on a position outside the jurisdiction, or on the middle of something, without a second look. */
    public boolean needsConfirmation() {
        return outside || precision == Precision.CENTROID;
    }
}
