package org.openbeat.app.dispatch.board;

import java.time.Instant;
import java.util.List;

/**
 * What the room has before it.
 *
 * @param sequence the feed's number as of which it is complete; changes after it come by the stream
 * @param at when it was read
 * @param incidents open ones, most urgent first, then longest waiting
 * @param units of the reader's agencies, in the order of their call signs
 * @param hidden open incidents of other agencies that the reader does not see; said, never silent
 */
public record Board(
        long sequence, Instant at, List<IncidentRow> incidents, List<UnitRow> units, WaitingWork waiting, int hidden) {
    public Board {
        incidents = List.copyOf(incidents);
        units = List.copyOf(units);
    }
}
