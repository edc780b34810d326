package org.openbeat.engine.procedure.guard;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openbeat.engine.procedure.cel.CelEnvironment;
import org.openbeat.engine.procedure.cel.CelError;
import org.openbeat.engine.procedure.cel.CelType;
import org.openbeat.engine.procedure.pack.Amount;
import org.openbeat.engine.procedure.pack.Fact;

/**
 * The names that guards know: {@code facts.x}, {@code limits.x}, {@code now}, {@code acting}, and of steps and clocks {@code done("x")},
 * {@code count("x")}, {@code at("x")}, {@code running("x")}, {@code expired("x")}.
 */
public final class GuardVocabulary {
    private GuardVocabulary() {}

    /** For the facts, amounts, steps and clocks of a pack, in its order. */
    public static CelEnvironment<GuardScope> of(
            Map<String, Fact> facts, Map<String, Amount> amounts, List<String> steps, List<String> clocks) {
        var environment = new CelEnvironment<GuardScope>();
        var index = 0;
        for (var fact : facts.values()) {
            var slot = index++;
            environment.attribute("facts." + fact.name(), fact.type(), scope -> scope.fact(slot));
        }
        for (var amount : amounts.values()) {
            var value = Long.valueOf(amount.value());
            environment.attribute("limits." + amount.name(), CelType.INT, scope -> value);
        }
        environment.attribute("now", CelType.TIMESTAMP, GuardScope::now);
        environment.attribute("acting", CelType.STRING, GuardScope::acting);
        declareSteps(environment, steps);
        declareClocks(environment, clocks);
        return environment;
    }

    private static void declareSteps(CelEnvironment<GuardScope> environment, List<String> steps) {
        environment.function("done", CelType.BOOL, name -> {
            var step = steps.indexOf(name);
            return step < 0 ? null : scope -> scope.count(step) > 0;
        });
        environment.function("count", CelType.INT, name -> {
            var step = steps.indexOf(name);
            return step < 0 ? null : scope -> (long) scope.count(step);
        });
        environment.function("at", CelType.TIMESTAMP, name -> {
            var step = steps.indexOf(name);
            var never = new CelError(name + " was not done");
            return step < 0 ? null : scope -> Objects.requireNonNullElse((Object) scope.at(step), never);
        });
    }

    private static void declareClocks(CelEnvironment<GuardScope> environment, List<String> clocks) {
        environment.function("running", CelType.BOOL, name -> {
            var clock = clocks.indexOf(name);
            return clock < 0 ? null : scope -> scope.running(clock);
        });
        environment.function("expired", CelType.BOOL, name -> {
            var clock = clocks.indexOf(name);
            return clock < 0 ? null : scope -> scope.expired(clock);
        });
    }
}
