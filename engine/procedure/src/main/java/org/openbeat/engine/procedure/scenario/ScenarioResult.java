package org.openbeat.engine.procedure.scenario;

import java.util.List;
import java.util.Set;

/**
 * What running a scenario came to.
 *
 * @param failures where it did not go as written; empty: it passed
 * @param touched what of the pack it touched
 */
public record ScenarioResult(Scenario scenario, List<String> failures, Set<Target> touched) {
    public ScenarioResult {
        failures = List.copyOf(failures);
        touched = Set.copyOf(touched);
    }

    public boolean passed() {
        return failures.isEmpty();
    }
}
