package org.openbeat.engine.response.simulation;

import java.util.List;

/**
 * A call.
 *
 * @param at when it comes; calls come in order of time
 * @param place where, as a number of {@link Fleet}
 * @param priority 1 is served first; calls of the same priority in the order in which they came
 * @param needs which units must go; they are looked for in this order
 * @param busy for how long it keeps each unit, from arrival on or from sending on, as {@link Fleet#travelKeepsBusy} says
 */
public record SimulatedCall(double at, int place, int priority, List<Requirement> needs, double busy) {
    /** Any one unit. */
    public static final List<Requirement> ANY_UNIT = List.of(new Requirement(0, 1));

    public SimulatedCall {
        if (priority < 1 || priority > Waiting.PRIORITIES || busy < 0 || needs.isEmpty()) {
            throw new IllegalArgumentException("No call: priority " + priority + ", busy " + busy + ", " + needs);
        }
    }
}
