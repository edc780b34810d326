package org.openbeat.app.desk;

import java.util.Optional;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;

/** Whose area a position lies in: the one question that the desk asks of the map when a report comes in. */
interface Areas {

    /** The area of a position, or nothing when it lies in no beat. */
    Optional<Area> at(GeoPoint point);

    Optional<Area> of(BeatCode beat);
}
