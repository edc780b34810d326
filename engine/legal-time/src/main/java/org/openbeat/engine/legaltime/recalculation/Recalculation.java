package org.openbeat.engine.legaltime.recalculation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbeat.engine.legaltime.Deadline;
import org.openbeat.engine.legaltime.Reckoner;

/**
 * Running clocks reckoned anew, after a holiday was added or a table came: which ends changed, so that their owners can
 * be told. Clocks are independent of each other, so a million may come as a stream, in parts and in parallel.
 *
 * @param reckoner with the new calendar
 * @param asOf now, UTC
 */
public record Recalculation(Reckoner reckoner, Instant asOf) {

    /**
     * A clock whose end changed.
     *
     * @param owner whose clock it is
     * @param before the end that people were told, UTC
     * @param after the new deadline with its derivation
     * @param <K> how clocks are told apart
     */
    public record Changed<K>(K owner, Instant before, Deadline after) {

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
        var end = reckoner.findEnd(clock.rule(), clock.facts(), asOf);
        if (end.isEmpty() || end.get().equals(clock.end())) {
            return Optional.empty();
        }
        var after = reckoner.reckon(clock.rule(), clock.facts(), asOf).deadline();
        return Optional.of(new Changed<>(clock.owner(), clock.end(), after));
    }
}
