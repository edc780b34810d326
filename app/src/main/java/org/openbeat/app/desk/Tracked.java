package org.openbeat.app.desk;

import java.time.Instant;
import java.util.List;
import org.openbeat.app.kernel.Role;

/**
 * What the holder of a secret link sees.
 *
 * @param isSender whether the link is the sender's; a follower sees less and may change nothing
 * @param entries the visible part of the history, oldest first
 * @param openings who read it, by role and time, oldest first; empty for a follower
 */
public record Tracked(Report report, boolean isSender, List<Entry> entries, List<Opening> openings) {

    /**
     * A member of staff read the report, or an incident that it led to.
     *
     * @param agency id of the agency for which they read it
     * @param why what it stood on, as the last part of the key {@code desk.opened.<why>} in the messages
     */
    public record Opening(Role role, String agency, String why, Instant at) {}
}
