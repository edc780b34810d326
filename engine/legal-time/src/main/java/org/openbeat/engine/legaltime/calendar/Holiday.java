package org.openbeat.engine.legaltime.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Days off in a row under one name.
 *
 * @param from first day, in the zone of the place
 * @param to last day, included
 * @param name in the language of the place
 */
public record Holiday(LocalDate from, LocalDate to, String name) {

    public Holiday {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The holiday %s ends (%s) before it begins (%s).".formatted(name, to, from));
        }
    }

    Stream<LocalDate> days() {
        return from.datesUntil(to.plusDays(1));
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }
}
