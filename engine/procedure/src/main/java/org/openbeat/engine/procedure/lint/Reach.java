package org.openbeat.engine.procedure.lint;

import java.util.LinkedHashSet;
import java.util.Set;
import org.openbeat.engine.procedure.pack.Order;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.StepId;

/** Which steps can ever be taken, by the order of the pack alone. */
final class Reach {
    private Reach() {}

    static Set<StepId> of(Pack pack) {
        var reached = new LinkedHashSet<StepId>();
        var before = -1;
        while (before != reached.size()) {
            before = reached.size();
            for (var step : pack.steps().values()) {
                if (opens(step.order(), reached)) {
                    reached.add(step.id());
                }
            }
        }
        return reached;
    }

    private static boolean opens(Order order, Set<StepId> reached) {
        var any = order.any().isEmpty() || order.any().stream().anyMatch(reached::contains);
        return any && reached.containsAll(order.all());
    }
}
