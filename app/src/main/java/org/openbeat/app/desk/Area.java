package org.openbeat.app.desk;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;

/**
 * The beat that a position lies in.
 *
 * @param across the beat on the other side, when the position is so near to the boundary that somebody must be asked
 */
record Area(
        BeatCode beat,
        AgencyId agency,
        ZoneId zone,
        @Nullable BeatCode across) {}
