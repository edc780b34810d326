package org.openbeat.engine.legaltime.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.openbeat.engine.legaltime.source.Source;

/**
 * Days on which the offices of one place are closed by a local order: a flood, a local feast.
 *
 * @param from first day, in the zone of the place
 * @param to last day, included
 * @param name what it is called
 * @param source the order
 */
public record Closing(LocalDate from, LocalDate to, String name, Source source) {

    public Closing {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The closing %s ends (%s) before it begins (%s).".formatted(name, to, from));
        }
    }

    Stream<LocalDate> in(int year) {
        return from.datesUntil(to.plusDays(1)).filter(date -> date.getYear() == year);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
