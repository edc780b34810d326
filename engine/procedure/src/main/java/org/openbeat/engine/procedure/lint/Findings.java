package org.openbeat.engine.procedure.lint;

import java.util.ArrayList;
import java.util.List;
import org.openbeat.engine.procedure.pack.Mark;

/** Collects findings of one rule after another. */
final class Findings {
    private final List<Finding> found = new ArrayList<>();

    void add(String rule, Mark mark, String text) {
        found.add(new Finding(rule, mark, text));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
