package org.openbeat.app.dispatch.live;

import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.kernel.AgencyId;
import org.springframework.stereotype.Component;

/** Shows positions to the consoles, from memory and at most once a second for each unit. */
@Component
public class LivePositions {
    private final FeedPump pump;

    LivePositions(FeedPump pump) {
        this.pump = pump;
    }

    public void show(UnitId unit, AgencyId agency, UnitRow.LastSeen position) {
        pump.move(unit, agency, position);
    }
}
