package org.openbeat.engine.legaltime.combined;

import java.time.LocalDate;
import org.openbeat.engine.legaltime.Reckoner;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.rule.ClockRule;
import org.openbeat.engine.legaltime.rule.Reading;

/**
 * A notice that must be given so long before something: the last day on which it is still in time (APL21 art 64: seven
 * working days before the hearing).
 *
 * @param reading how the notice is counted, in days, from the day on which it is given
 */
public record NoticePeriod(Reading reading) {
    private static final String GIVEN = "notice";

    public NoticePeriod {
        if (reading.term().isElapsed() || !reading.source().isVerified()) {
            throw new IllegalArgumentException("A notice is counted in days that somebody read: " + reading.source());
        }
    }

    /**
     * The last day on which the notice of something on a day may be given.
     *
     * @param held the day of it, in the zone of the reckoner
     */
    public LocalDate latest(Reckoner reckoner, LocalDate held) {
        var day = held.minusDays(1);
        while (!lastDay(reckoner, day).isBefore(held)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The first day on which something may be held of which notice is given on a day. */
    public LocalDate earliest(Reckoner reckoner, LocalDate given) {
        return lastDay(reckoner, given).plusDays(1);
    }

    private LocalDate lastDay(Reckoner reckoner, LocalDate given) {
        var rule = ClockRule.of(GIVEN, GIVEN, reading);
        var at = given.atStartOfDay(reckoner.jurisdiction().zone()).toInstant();
        var day = reckoner.findEnding(rule, ClockFacts.startedBy(GIVEN, at), at)
                .orElseThrow()
                .lastDay();
        if (day == null) {
            throw new IllegalStateException("A period in days has a last day.");
        }
        return day;
    }
}
