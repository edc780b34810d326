package org.openbeat.engine.procedure.reading;

import org.openbeat.engine.procedure.pack.Mark;

/** What is wrong at a place of a pack, with what to try where there is something. */
public record PackProblem(Mark mark, String text) {
    @Override
    public String toString() {
        return mark + ": " + text;
    }
}
