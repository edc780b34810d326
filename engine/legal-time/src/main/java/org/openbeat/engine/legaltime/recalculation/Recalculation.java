package org.openbeat.engine.legaltime.recalculation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeat.engine.legaltime.Deadline;
import org.openbeat.engine.legaltime.Reckoner;
import org.openbeat.engine.legaltime.calendar.Day;

/**
 * Running clocks reckoned anew, after a holiday was added or a table came: which ends changed and because of which days,
 * so that their owners can be told. Each clock is reckoned by itself, so a million may come as a stream.
 */
public final class Recalculation {
    private final Reckoner after;
    private final Instant asOf;
    private final List<LocalDate> otherwise;

    /**
     * From one calendar to another.
     *
     * @param before with the calendar by which people were told the ends
     * @param after with the new calendar
     * @param asOf now, UTC
     */
    public Recalculation(Reckoner before, Reckoner after, Instant asOf) {
        this.after = after;
        this.asOf = asOf;
        this.otherwise = before.calendar().differences(after.calendar());
    }

    /** The days that are worked otherwise than before, in order. */
    public List<LocalDate> days() {
        return List.copyOf(otherwise);
    }

    /**
     * A clock whose end changed.
     *
     * @param owner whose clock it is
     * @param before the end that people were told, UTC
     * @param after the new deadline with its derivation
     * @param because the days, as the new calendar has them, that are worked otherwise than before
     * @param <K> how clocks are told apart
     */
    public record Changed<K>(K owner, Instant before, Deadline after, List<Day> because) {

        public Changed {
            because = List.copyOf(because);
        }

        /** Positive if it ends later now. */
        public Duration shift() {
            return Duration.between(before, after.end());
        }
    }

    /** The clocks whose end changed, in the order in which they came. */
    public <K> List<Changed<K>> changed(Stream<RunningClock<K>> clocks) {
        return clocks.flatMap(clock -> change(clock).stream()).toList();
    }

    /** The change of one clock; empty if it ends when it did. */
    public <K> Optional<Changed<K>> change(RunningClock<K> clock) {
        var end = after.findEnd(clock.rule(), clock.facts(), asOf);
        if (end.isEmpty() || end.get().equals(clock.end())) {
            return Optional.empty();
        }
        var now = after.reckon(clock.rule(), clock.facts(), asOf).deadline();
        return Optional.of(new Changed<>(clock.owner(), clock.end(), now, because(now, clock.end())));
    }

    private List<Day> because(Deadline now, Instant told) {
        var first = date(now.start());
        var last = date(told.isAfter(now.end()) ? told : now.end());
        var days = new ArrayList<Day>();
        for (var date : otherwise) {
            if (!date.isBefore(first) && !date.isAfter(last)) {
                days.add(after.calendar().day(date));
            }
        }
        return days;
    }

    private LocalDate date(Instant instant) {
        return after.jurisdiction().dateOf(instant);
    }
}
