package org.openbeat.engine.response;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * By which rules an incident of some priority is served.
 *
 * @param nearlyEqual units that are there within this time of each other count as equally soon; what else is known of
 *     them then decides
 * @param freeSoon a unit that is expected to be free within this time may be proposed; zero means none
 * @param takeOvers which units that are on their way elsewhere may be proposed
 */
public record Rules(Duration nearlyEqual, Duration freeSoon, List<TakeOver> takeOvers) {
    /** Only free units; half a minute decides. */
    public static final Rules CAREFUL = new Rules(Duration.ofSeconds(30), Duration.ZERO, List.of());

    public Rules {
        takeOvers = List.copyOf(takeOvers);
    }

    /**
     * Units on the way to incidents of some priorities may be proposed.
     *
     * @param from the most urgent priority that must give one up
     * @param to the least urgent one
     * @param gain only if the unit is there at least so much sooner: its time counts as so much longer
     */
    public record TakeOver(int from, int to, Duration gain) {
        boolean holds(int priority) {
            return from <= priority && priority <= to;
        }
    }

    /** What is added to a unit's time because of what it is bound to; empty when it may not be proposed at all. */
    Optional<Duration> handicap(Commitment commitment) {
        return switch (commitment) {
            case Commitment.None ignored -> Optional.of(Duration.ZERO);
            case Commitment.FreeSoon soon -> Optional.of(soon.in()).filter(in -> in.compareTo(freeSoon) <= 0);
            case Commitment.OnTheWay way ->
                takeOvers.stream()
                        .filter(rule -> rule.holds(way.priority()))
                        .map(TakeOver::gain)
                        .findFirst();
        };
    }
}
