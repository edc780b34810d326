package org.openbeat.engine.legaltime;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a period ends.
 *
 * @param instant UTC
 * @param included whether that very instant is still inside: yes for hours, no for the midnight that ends a day
 * @param lastDay the last day of a period in days, in the zone of its clock; null for hours
 * @param provisional whether it was counted in a year whose table is missing, so that the table may move it
 */
public record Ending(
        Instant instant, boolean included, @Nullable LocalDate lastDay, boolean provisional) {

    public boolean holds(Instant at) {
        return included ? !at.isAfter(instant) : at.isBefore(instant);
    }

    Ending provisionalIf(boolean is) {
        return is == provisional ? this : new Ending(instant, included, lastDay, is);
    }

    /** An instant that is itself inside. */
    static Ending at(Instant instant) {
        return new Ending(instant, true, null, false);
    }
}
