package org.openbeat.engine.procedure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.cel.CelEnvironment;
import org.openbeat.engine.procedure.cel.CelProgram;
import org.openbeat.engine.procedure.cel.CelSyntaxException;
import org.openbeat.engine.procedure.guard.GuardScope;
import org.openbeat.engine.procedure.guard.GuardVocabulary;
import org.openbeat.engine.procedure.pack.Condition;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Step;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.clock.ClockId;
import org.openbeat.engine.procedure.pack.clock.Suspension;

/** Looks up the names of a pack and compiles its guards, once. */
final class PackCompiler {
    private final Pack pack;
    private final CelEnvironment<GuardScope> environment;
    private final List<StepId> stepIds;
    private final List<String> factNames;

    PackCompiler(Pack pack) {
        this.pack = pack;
        this.stepIds = List.copyOf(pack.steps().keySet());
        this.factNames = List.copyOf(pack.facts().keySet());
        this.environment = GuardVocabulary.of(
                pack.facts(),
                pack.amounts(),
                stepIds.stream().map(StepId::value).toList(),
                pack.clocks().keySet().stream().map(ClockId::value).toList());
    }

    List<CompiledClock> clocks() {
        var clocks = new ArrayList<CompiledClock>();
        for (var rule : pack.clocks().values()) {
            var origin = rule.from() == null ? -1 : stepIds.indexOf(rule.from());
            var onlyIf = rule.onlyIf() == null ? null : program(rule.onlyIf());
            var guards = new ArrayList<@Nullable CelProgram<GuardScope>>();
            for (var limit : rule.limits()) {
                guards.add(limit.when() == null ? null : program(limit.when()));
            }
            var granted = rule.limits().stream()
                    .mapToInt(limit -> limit.granted() == null ? -1 : factNames.indexOf(limit.granted()))
                    .toArray();
            clocks.add(new CompiledClock(
                    rule, clocks.size(), origin, onlyIf, Collections.unmodifiableList(guards), granted));
        }
        return clocks;
    }

    Map<StepId, CompiledStep> steps(List<CompiledClock> clocks) {
        var steps = new LinkedHashMap<StepId, CompiledStep>();
        for (var step : pack.steps().values()) {
            steps.put(step.id(), step(step, steps.size(), clocks));
        }
        return steps;
    }

    private CompiledStep step(Step step, int index, List<CompiledClock> clocks) {
        var statable = new LinkedHashSet<>(step.asks());
        statable.addAll(step.may());
        return new CompiledStep(
                step,
                index,
                indices(step.order().any()),
                indices(step.order().all()),
                indices(step.order().none()),
                step.asks().stream().mapToInt(factNames::indexOf).toArray(),
                statable,
                requirements(step),
                clocks.stream()
                        .filter(clock -> clock.rule().ends().contains(step.id()))
                        .toList(),
                standing(clocks, suspension -> suspension.from().contains(step.id())),
                standing(clocks, suspension -> suspension.to().contains(step.id())),
                extensions(step, clocks),
                clocks.stream()
                        .filter(clock -> clock.rule().starts().contains(step.id()))
                        .toList());
    }

    private int[] indices(List<StepId> steps) {
        return steps.stream().mapToInt(stepIds::indexOf).toArray();
    }

    private List<CompiledStep.Guarded> requirements(Step step) {
        return step.requirements().stream()
                .map(required -> new CompiledStep.Guarded(required, program(required.condition())))
                .toList();
    }

    private static List<CompiledStep.Standing> standing(List<CompiledClock> clocks, Predicate<Suspension> fits) {
        var standing = new ArrayList<CompiledStep.Standing>();
        for (var clock : clocks) {
            var grounds = clock.rule().suspensions();
            for (var ground = 0; ground < grounds.size(); ground++) {
                if (fits.test(grounds.get(ground))) {
                    standing.add(new CompiledStep.Standing(clock, ground));
                }
            }
        }
        return standing;
    }

    private static List<CompiledStep.Longer> extensions(Step step, List<CompiledClock> clocks) {
        var longer = new ArrayList<CompiledStep.Longer>();
        for (var ref : step.extensions()) {
            for (var clock : clocks) {
                var extensions = clock.rule().extensions();
                for (var number = 0; number < extensions.size(); number++) {
                    var extension = extensions.get(number);
                    if (clock.rule().id().equals(ref.clock())
                            && extension.name().equals(ref.extension())) {
                        longer.add(new CompiledStep.Longer(clock, number, extension));
                    }
                }
            }
        }
        return longer;
    }

    private CelProgram<GuardScope> program(Condition condition) {
        try {
            return environment.compile(condition.text());
        } catch (CelSyntaxException e) {
            throw new IllegalArgumentException(condition.mark() + ": " + e.getMessage(), e);
        }
    }
}
