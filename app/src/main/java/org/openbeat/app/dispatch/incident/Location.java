package org.openbeat.app.dispatch.incident;

import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/**
 * Where an incident is.
 *
 * @param text as people say it
 * @param point the position, where there is one
 * @param trust how far the position can be believed
 * @param beat the beat in which it lies, where that is known
 */
public record Location(
        String text,
        @Nullable GeoPoint point,
        LocationTrust trust,
        @Nullable BeatCode beat) {
    private static final int LONGEST_TEXT = 300;

    public Location {
        text = text.strip();
        if (text.length() > LONGEST_TEXT) {
            text = text.substring(0, LONGEST_TEXT);
        }
        if (point == null && trust != LocationTrust.CONFIRMED) {
            trust = LocationTrust.NO_POSITION;
        }
    }

    /** The same place after someone confirmed it. */
    public Location confirm() {
        return new Location(text, point, LocationTrust.CONFIRMED, beat);
    }
}
