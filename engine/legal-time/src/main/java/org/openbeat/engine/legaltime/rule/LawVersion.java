package org.openbeat.engine.legaltime.rule;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;

/**
 * A version of a law with the days on which it is in force.
 *
 * @param id such as {@code PSAPL25}
 * @param from first day in force, in the zone of the jurisdiction
 * @param until last day in force, included; null while no later version is known
 * @param source what put it into force
 */
public record LawVersion(
        String id, LocalDate from, @Nullable LocalDate until, Source source) {

    public boolean isInForce(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }
}
