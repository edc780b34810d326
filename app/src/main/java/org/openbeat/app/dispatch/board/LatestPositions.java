package org.openbeat.app.dispatch.board;

import java.time.Instant;
import java.util.List;

/** Puts the newest positions, which are in memory, over those that were written down. */
public interface LatestPositions {

    List<UnitRow> newest(List<UnitRow> units, Instant now);
}
