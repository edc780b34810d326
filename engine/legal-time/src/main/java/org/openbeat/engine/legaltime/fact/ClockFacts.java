package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbeat.engine.legaltime.rule.EventName;

/**
 * What is known of one case or one detention. Several clocks with different origins are reckoned from the same facts.
 * Immutable; each {@code with} gives more facts.
 *
 * @param events the one that counts of each name: the last that happened
 * @param suspensions in any order, may overlap
 * @param extensions of all clocks, in the order in which they were made
 * @param restarts in the order in which they happened
 * @param obstacles in any order
 * @param investigators persons who work on the case: an extension of liberty by one of them is void
 */
public record ClockFacts(
        Map<EventName, Event> events,
        List<Suspension> suspensions,
        List<Extension> extensions,
        List<Restart> restarts,
        List<Obstacle> obstacles,
        Set<String> investigators) {

    public static final ClockFacts NONE =
            new ClockFacts(Map.of(), List.of(), List.of(), List.of(), List.of(), Set.of());

    public ClockFacts {
        events = Map.copyOf(events);
        suspensions = List.copyOf(suspensions);
        extensions = List.copyOf(extensions);
        restarts = List.copyOf(restarts);
        obstacles = List.copyOf(obstacles);
        investigators = Set.copyOf(investigators);
    }

    /** The facts of a clock of which nothing but the start is known. */
    public static ClockFacts startedBy(String event, Instant at) {
        return NONE.with(Event.at(event, at));
    }

    public ClockFacts with(Event event) {
        var more = new LinkedHashMap<>(events);
        more.put(event.name(), event);
        return new ClockFacts(more, suspensions, extensions, restarts, obstacles, investigators);
    }

    public ClockFacts with(Suspension suspension) {
        return new ClockFacts(events, longer(suspensions, suspension), extensions, restarts, obstacles, investigators);
    }

    public ClockFacts with(Extension extension) {
        return new ClockFacts(events, suspensions, longer(extensions, extension), restarts, obstacles, investigators);
    }

    public ClockFacts with(Restart restart) {
        return new ClockFacts(events, suspensions, extensions, longer(restarts, restart), obstacles, investigators);
    }

    public ClockFacts with(Obstacle obstacle) {
        return new ClockFacts(events, suspensions, extensions, restarts, longer(obstacles, obstacle), investigators);
    }

    public ClockFacts investigatedBy(Set<String> persons) {
        return new ClockFacts(events, suspensions, extensions, restarts, obstacles, persons);
    }

    public Optional<Event> find(EventName name) {
        return Optional.ofNullable(events.get(name));
    }

    private static <T> List<T> longer(List<T> list, T one) {
        var more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
