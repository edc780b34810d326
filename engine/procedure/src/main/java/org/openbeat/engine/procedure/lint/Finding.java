package org.openbeat.engine.procedure.lint;

import org.openbeat.engine.procedure.pack.Mark;

/**
 * What a pack may not say.
 *
 * @param rule the linter's name for it
 */
public record Finding(String rule, Mark mark, String text) {
    @Override
    public String toString() {
        return mark + ": " + text + " [" + rule + "]";
    }
}
