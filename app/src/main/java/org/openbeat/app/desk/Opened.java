package org.openbeat.app.desk;

import java.util.List;
import java.util.Set;
import org.openbeat.app.access.policy.Act;

/**
 * What a member of staff sees of a report, after the reading was recorded.
 *
 * @param entries the whole history, oldest first
 * @param followers how many others said that it is the same
 * @param acts what the reader may do with it
 */
public record Opened(Report report, List<Entry> entries, List<Tracked.Opening> openings, int followers, Set<Act> acts) {

    public Opened {
        entries = List.copyOf(entries);
        openings = List.copyOf(openings);
        acts = Set.copyOf(acts);
    }

    public boolean mayHandOver() {
        return acts.contains(Act.HAND_OVER);
    }

    public boolean mayChange() {
        return acts.contains(Act.CHANGE);
    }

    public boolean mayRestrict() {
        return acts.contains(Act.RESTRICT);
    }
}
