package org.openbeat.engine.procedure.lint;

import org.openbeat.engine.procedure.pack.Effect;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.Step;

/** Steps: reachable, with an actor and a source, and one that closes the case. */
final class StepRules {
    private final Pack pack;
    private final Findings findings;

    StepRules(Pack pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check() {
        var reached = Reach.of(pack);
        for (var step : pack.steps().values()) {
            if (!reached.contains(step.id())) {
                add("unreachable-step", step, "no order of steps leads to " + step.id());
            }
            if (step.actors().isEmpty()) {
                add("step-without-actor", step, step.id() + " has nobody who takes it (by)");
            }
            if (step.basis().citations().isEmpty()) {
                add("step-without-source", step, step.id() + " has no source");
            }
            sourcesOfRequirements(step);
            bars(step);
            free(step);
        }
        if (pack.steps().values().stream().noneMatch(step -> step.closes() && reached.contains(step.id()))) {
            findings.add("no-end", pack.mark(), "no step closes the case");
        }
    }

    private void sourcesOfRequirements(Step step) {
        for (var required : step.requirements()) {
            if (required.basis().citations().isEmpty()) {
                findings.add(
                        "requirement-without-source",
                        required.basis().mark(),
                        "the requirement of " + step.id() + " names no article that refuses");
            }
        }
    }

    /** Nothing stands in the way of a release, whatever has or has not been written down (I2). */
    private void free(Step step) {
        var frees = step.effect() == Effect.RELEASE || step.effect() == Effect.JUDGE;
        if (frees
                && (step.approval() != null
                        || !step.requirements().isEmpty()
                        || !step.asks().isEmpty())) {
            add("release-refused", step, step.id() + " releases, or brings before a court: it may ask for nothing");
        }
    }

    private void bars(Step step) {
        for (var before : step.order().all()) {
            if (step.order().none().contains(before)) {
                add("unreachable-step", step, step.id() + " needs " + before + " and is barred by it");
            }
        }
    }

    private void add(String rule, Step step, String text) {
        findings.add(rule, step.basis().mark(), text);
    }
}
