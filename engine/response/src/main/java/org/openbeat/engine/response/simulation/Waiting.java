package org.openbeat.engine.response.simulation;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Who waits for a unit: by priority, and in the order in which they came. */
final class Waiting {
    static final int PRIORITIES = 9;

    /** One unit that one call still needs. */
    record Gap(int number, SimulatedCall call, long skills) {}

    private final ArrayDeque<Gap>[] byPriority;
    private int size;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Waiting() {
        byPriority = new ArrayDeque[PRIORITIES + 1];
        for (var priority = 1; priority <= PRIORITIES; priority++) {
            byPriority[priority] = new ArrayDeque<>();
        }
    }

    void add(Gap gap) {
        byPriority[gap.call().priority()].addLast(gap);
        size++;
    }

    /** Takes out the first that the unit can serve; null when there is none. */
    @Nullable
    Gap takeFor(Fleet fleet, int unit) {
        if (size == 0) {
            return null;
        }
        for (var priority = 1; priority <= PRIORITIES; priority++) {
            for (Iterator<Gap> each = byPriority[priority].iterator(); each.hasNext(); ) {
                var gap = each.next();
                if (fleet.can(unit, gap.skills())
                        && Double.isFinite(fleet.travel(unit, gap.call().place()))) {
                    each.remove();
                    size--;
                    return gap;
                }
            }
        }
        return null;
    }

    int size() {
        return size;
    }
}
