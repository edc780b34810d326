package org.openbeat.engine.legaltime.calendar;

import java.time.LocalDate;
import org.openbeat.engine.legaltime.source.Source;

/**
 * A day and why it is worked or not.
 *
 * @param date in the zone of the place
 * @param kind what it is
 * @param name of the holiday or the closing; empty for others
 * @param source what makes it so
 * @param known false when the yearly table of its year is missing, so that a later table may change it
 */
public record Day(LocalDate date, DayKind kind, String name, Source source, boolean known) {

    public boolean isWorking() {
        return kind.isWorking();
    }
}
