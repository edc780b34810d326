package org.openbeat.app.oversight.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A random sample will be drawn: from what, and with which secret, is fixed from here on, before anybody can know the
 * sample.
 *
 * @param drawnFrom the kind of thing
 * @param begin earliest, inclusive
 * @param end latest, exclusive
 * @param population how many things there are
 * @param root root of the tree over their ids, in the order of the protocol (RFC 9162); base64
 * @param size how many are drawn
 * @param commitment SHA-256 of the secret; base64
 */
public record DrawAnnounced(
        DrawId draw,
        String drawnFrom,
        Instant begin,
        Instant end,
        int population,
        String root,
        int size,
        String commitment,
        Actor actor,
        Instant at)
        implements Recordable {

    @Override
    public String action() {
        return "oversight.draw-announced";
    }

    @Override
    public Subject subject() {
        return new Subject("draw", draw.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "drawnFrom", drawnFrom,
                "begin", begin.toString(),
                "end", end.toString(),
                "population", population,
                "root", root,
                "size", size,
                "commitment", commitment);
    }
}
