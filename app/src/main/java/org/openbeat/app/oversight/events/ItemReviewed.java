package org.openbeat.app.oversight.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * One of the two reviewers gave their marks to a thing that was drawn.
 *
 * @param number its place in the sample, from 1
 * @param marks the mark of each question
 */
public record ItemReviewed(DrawId draw, int number, Map<String, String> marks, Actor actor, Instant at)
        implements Recordable {

    public ItemReviewed {
        marks = Map.copyOf(marks);
    }

    @Override
    public String action() {
        return "oversight.item-reviewed";
    }

    @Override
    public Subject subject() {
        return new Subject("draw", draw.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("number", number, "marks", marks);
    }
}
