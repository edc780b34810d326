package org.openbeat.app.oversight.review;

import java.time.Instant;
import org.openbeat.app.oversight.events.DrawId;

/**
 * A draw as a list shows it.
 *
 * @param begin earliest, inclusive
 * @param end latest, exclusive
 * @param size how many are drawn; fewer where there are not so many
 * @param among how many there are from which it is drawn
 * @param announcedBy name of who announced it
 */
public record DrawSummary(
        DrawId id,
        DrawnFrom from,
        Instant begin,
        Instant end,
        int size,
        int among,
        String announcedBy,
        boolean drawn) {}
