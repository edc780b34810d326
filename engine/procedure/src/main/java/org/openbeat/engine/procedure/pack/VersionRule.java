package org.openbeat.engine.procedure.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a family of packs a case follows.
 *
 * @param family the versions' common name
 * @param from the first day on which this one is chosen
 * @param until the first day on which it is no longer; null: open
 * @param by the date that decides
 */
public record VersionRule(
        String family, LocalDate from, @Nullable LocalDate until, By by, Basis basis) {
    /** The dates of a case that can decide. */
    public enum By {
        FILING,
        ACT,
        DECISION,
        ARRIVAL
    }

    /** Whether this version is in force on {@code day}. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
