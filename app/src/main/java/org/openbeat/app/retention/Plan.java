package org.openbeat.app.retention;

import java.time.Instant;
import java.util.List;
import org.openbeat.app.retention.spi.KeptKind.Kept;

/**
 * What the schedules would erase now.
 *
 * @param lines one a kind, in the order of their names
 */
public record Plan(Instant at, List<Line> lines) {

    public Plan {
        lines = List.copyOf(lines);
    }

    /**
     * One kind.
     *
     * @param schedule its period as text, or empty when none is confirmed
     * @param due what would go
     * @param kept what is due and stays, because it is held or its matter is open
     */
    public record Line(String kind, String schedule, List<Kept> due, List<Kept> kept) {

        public Line {
            due = List.copyOf(due);
            kept = List.copyOf(kept);
        }
    }
}
