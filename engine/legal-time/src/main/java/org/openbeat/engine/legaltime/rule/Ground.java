package org.openbeat.engine.legaltime.rule;

import org.openbeat.engine.legaltime.source.Source;

/**
 * A ground on which a clock stands still. Nothing that is not listed in its rule stops a clock.
 *
 * @param id its name
 * @param days how a clock in days counts the days of standing still; a clock in hours leaves out exactly the time
 * @param source the article; when nobody read it, the ground stops nothing
 */
public record Ground(GroundId id, Days days, Source source) {

    /** Which days of standing still are left out. */
    public enum Days {
        /** Not the first, but the last (PSAPL25 art 118, experts: the day sent counts, the day received does not). */
        AFTER_THE_FIRST,
        /** Both the first and the last. */
        FIRST_AND_LAST
    }

    public static Ground of(String id, Days days, Source source) {
        return new Ground(new GroundId(id), days, source);
    }
}
