package org.openbeat.app.dispatch.spi;

import java.time.Instant;
import org.openbeat.app.dispatch.events.UnitId;

/** Says which units are on duty; planning may implement it, otherwise the units' own shifts answer. */
public interface DutyRoster {

    boolean onDuty(UnitId unit, Instant at);
}
