package org.openbeat.app.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.UnitRow;

/**
 * What a crew sees on its phone.
 *
 * @param sequence the feed's number as of which it is complete
 * @param unit the unit in which the reader is; null when in none, which is off duty
 * @param work the unit's incidents, current first, then its stack in order
 * @param joinable units that the reader may join
 */
public record CrewView(long sequence, @Nullable UnitRow unit, List<IncidentFile> work, List<UnitRow> joinable) {
    public CrewView {
        work = List.copyOf(work);
        joinable = List.copyOf(joinable);
    }
}
