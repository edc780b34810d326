package org.openbeat.app.dispatch.board;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What is known of a place while a call about it is taken.
 *
 * @param open incidents near it that are open, nearest first: the call may be about one of them
 * @param earlier closed incidents at the place, newest first
 */
public record Nearby(List<Neighbour> open, List<Neighbour> earlier) {

    public Nearby {
        open = List.copyOf(open);
        earlier = List.copyOf(earlier);
    }

    /** The same with closed incidents told in outline. */
    public Nearby outlined(UnaryOperator<IncidentRow> outline) {
        return new Nearby(
                open,
                earlier.stream()
                        .map(each -> new Neighbour(outline.apply(each.incident()), each.metres()))
                        .toList());
    }

    /** @param metres how far it is; -1 when one of the two has no position */
    public record Neighbour(IncidentRow incident, int metres) {}
}
