package org.openbeat.engine.procedure.reading;

import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.procedure.pack.Mark;

/** Collects what is wrong, so that one run tells a writer all of it. */
public final class Problems {
    private final List<PackProblem> found = new ArrayList<>();

    public void add(Mark mark, String text) {
        found.add(new PackProblem(mark, text));
    }

    /** Throws if anything was found. */
    public void check() throws PackUnreadableException {
        if (!found.isEmpty()) {
            throw new PackUnreadableException(found);
        }
    }
}
