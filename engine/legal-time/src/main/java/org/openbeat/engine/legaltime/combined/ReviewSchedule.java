package org.openbeat.engine.legaltime.combined;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.legaltime.Reckoner;
import org.openbeat.engine.legaltime.Reckoning;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.fact.Event;
import org.openbeat.engine.legaltime.rule.ClockRule;

/**
 * Reviews that come again and again: the first so long after one event, each other so long after the one before (PACE
 * s.40: six hours after detention was first authorised, then every nine).
 *
 * @param first the clock of the first
 * @param next the clock of each other; it starts with the review before
 */
public record ReviewSchedule(ClockRule first, ClockRule next) {

    /**
     * When each review was due, and when the next is.
     *
     * @param facts with the event that the first starts with
     * @param held when reviews were held, in order, UTC
     * @return one more than were held: the last is the next
     */
    public List<Reckoning> due(Reckoner reckoner, ClockFacts facts, List<Instant> held, Instant asOf) {
        var due = new ArrayList<Reckoning>();
        due.add(reckoner.reckon(first, facts, asOf));
        for (var review : held) {
            var since = facts.with(new Event(next.start(), review, List.of()));
            due.add(reckoner.reckon(next, since, asOf));
        }
        return due;
    }
}
