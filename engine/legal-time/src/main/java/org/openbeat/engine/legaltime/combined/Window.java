package org.openbeat.engine.legaltime.combined;

import java.time.LocalDate;
import org.openbeat.engine.legaltime.Deadline;

/**
 * The days on which something may be held when one rule wants notice so long before and another wants it held so soon.
 * When both can't be kept, notice wins: the person is heard late rather than unprepared, and the breach of the other is
 * flagged.
 *
 * @param notice ends with the last day of the notice; the earliest day is the next
 * @param hold ends with the last day on which it may be held
 */
public record Window(Deadline notice, Deadline hold) {

    public Window {
        if (notice.lastDay() == null || hold.lastDay() == null) {
            throw new IllegalArgumentException("A window lies between two periods in days.");
        }
    }

    /** The first day that the notice allows, in the zone of the clocks. */
    public LocalDate earliest() {
        return lastDay(notice).plusDays(1);
    }

    /** The last day that the other rule allows. */
    public LocalDate latest() {
        return lastDay(hold);
    }

    /** Whether there is a day that keeps both rules. */
    public boolean isPossible() {
        return !earliest().isAfter(latest());
    }

    private static LocalDate lastDay(Deadline deadline) {
        var day = deadline.lastDay();
        if (day == null) {
            throw new IllegalStateException("Checked when the window was made.");
        }
        return day;
    }
}
