package org.openbeat.app.oversight.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A random sample was drawn, by another person than the one who announced it.
 *
 * @param secret what was committed to; base64
 * @param words what the second person added, such as the numbers of dice
 * @param items ids of what was drawn, in the order of the draw
 */
public record SampleDrawn(DrawId draw, String secret, String words, List<String> items, Actor actor, Instant at)
        implements Recordable {

    public SampleDrawn {
        items = List.copyOf(items);
    }

    @Override
    public String action() {
        return "oversight.sample-drawn";
    }

    @Override
    public Subject subject() {
        return new Subject("draw", draw.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("secret", secret, "words", words, "items", items);
    }
}
