package org.openbeat.engine.procedure.lint;

import java.util.Set;
import java.util.regex.Pattern;
import org.openbeat.engine.procedure.pack.Disclosure;
import org.openbeat.engine.procedure.pack.Effect;
import org.openbeat.engine.procedure.pack.Mark;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.QualityItem;
import org.openbeat.engine.procedure.pack.StepId;

/** What the platform promises people whatever a pack says: I4, I6, I7, I8. */
final class RightsRules {
    /** What no step, guard or fact of a pack may hang on (I7). */
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)religio|ethnic|politic|belief|assembl|journalis|trade.?union|speech|protest"
                    + "|宗教|民族|政治|信仰|集会|示威|记者|工会|言论");

    /** Effects of which a number is never a score (I6). */
    private static final Set<Effect> UNCOUNTED = Set.of(Effect.LIBERTY, Effect.PROPERTY, Effect.PENALTY);

    private final Pack pack;
    private final Findings findings;

    RightsRules(Pack pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check() {
        pack.conflicts().stream()
                .filter(conflict -> conflict.says().size() < 2)
                .forEach(conflict -> findings.add(
                        "conflict-of-one", conflict.mark(), conflict.name() + " names fewer than two texts"));
        pack.quality().forEach(this::quality);
        pack.disclosures().forEach(this::disclosure);
        pack.facts()
                .values()
                .forEach(fact -> forbidden(
                        fact.name() + " " + fact.title().texts().values(), fact.mark(), "the fact " + fact.name()));
        for (var step : pack.steps().values()) {
            step.requirements()
                    .forEach(required -> forbidden(
                            required.condition().text(), required.condition().mark(), "the guard of " + step.id()));
        }
    }

    private void forbidden(String text, Mark mark, String what) {
        if (FORBIDDEN.matcher(text).find()) {
            findings.add("forbidden-ground", mark, what + " hangs on opinion, belief, origin, assembly or journalism");
        }
    }

    private void quality(QualityItem item) {
        var mark = item.basis().mark();
        if (item.measures() == QualityItem.Measure.STEP_DONE) {
            var step = pack.steps().get(new StepId(item.of()));
            if (step != null && UNCOUNTED.contains(step.effect())) {
                findings.add("quota", mark, item.name() + " would score a measure against somebody");
            }
        }
        if (item.weight() <= 0) {
            findings.add("quality-weight", mark, item.name() + " weighs nothing");
        }
    }

    private void disclosure(Disclosure item) {
        var mark = item.basis().mark();
        if (item.redact().isEmpty()) {
            findings.add(
                    "disclosure-without-redaction",
                    mark,
                    item.name()
                            + " has no rule of redaction; if nothing needs one, say so (redact: [nothing-personal])");
        }
        var deferred = !item.reasonsToDefer().isEmpty() || item.deferredBy() != null;
        if (deferred && (item.reasonsToDefer().isEmpty() || item.deferredBy() == null || item.reviewDays() < 1)) {
            findings.add(
                    "deferral-without-review",
                    mark,
                    item.name() + " may be put off only with a reason, an author and a date of review");
        }
        if (item.basis().citations().isEmpty()) {
            findings.add("disclosure-without-source", mark, item.name() + " has no source");
        }
    }
}
