package org.openbeat.app.dispatch;

import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/** Finds places. It never stalls a command: what it cannot find in time stays words, to be confirmed by someone. */
interface Gazetteer {

    /** The location as it is to be stored; a point outside the jurisdiction is said to be outside, whatever was claimed. */
    Location locate(String text, @Nullable GeoPoint point, @Nullable LocationTrust claimed);

    @Nullable
    BeatCode beatAt(GeoPoint point);
}
