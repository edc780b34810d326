package org.openbeat.engine.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.Step;

/**
 * A step as the officer's page shows it.
 *
 * @param refusal why it can't be taken now; null: it can
 * @param missing facts that must still be stated with it
 */
public record StepOption(Step step, @Nullable Refusal refusal, List<String> missing) {
    public StepOption {
        missing = List.copyOf(missing);
    }
}
