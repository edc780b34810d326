package org.openbeat.engine.legaltime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Where the steps of a derivation are kept while it is made; or not, when only the end is asked. */
final class Trail {
    static final Trail NONE = new Trail(false);

    private final boolean keeps;
    private final List<Step> steps = new ArrayList<>();

    private Trail(boolean keeps) {
        this.keeps = keeps;
    }

    static Trail kept() {
        return new Trail(true);
    }

    /** A trail of its own that keeps steps if the other does. */
    static Trail like(Trail other) {
        return other.keeps ? kept() : NONE;
    }

    /** Adds how it was counted: what the period is before what was made of it, the days after. */
    void addAroundMoves(Trail counted) {
        int first = 0;
        while (first < steps.size() && comesFirst(steps.get(first))) {
            first++;
        }
        for (var step : counted.steps) {
            if (step instanceof Step.Counted) {
                steps.add(first++, step);
            } else {
                steps.add(step);
            }
        }
    }

    private static boolean comesFirst(Step step) {
        return step instanceof Step.VersionChosen
                || step instanceof Step.Started
                || step instanceof Step.Corrected
                || step instanceof Step.CorrectionRefused;
    }

    boolean keeps() {
        return keeps;
    }

    void add(Supplier<Step> step) {
        if (keeps) {
            steps.add(step.get());
        }
    }

    List<Step> steps() {
        return steps;
    }
}
