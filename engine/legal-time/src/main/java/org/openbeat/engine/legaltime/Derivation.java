package org.openbeat.engine.legaltime;

import java.time.ZoneId;
import java.util.List;
import org.openbeat.engine.legaltime.rule.RuleId;

/**
 * Why this date: the steps that led to it, as data. {@link Explanation} puts them into words.
 *
 * @param rule the rule of the clock
 * @param zone in which its days were counted
 * @param steps in the order in which they were taken
 */
public record Derivation(RuleId rule, ZoneId zone, List<Step> steps) {

    public Derivation {
        steps = List.copyOf(steps);
    }

    /** The steps of one kind. */
    public <S extends Step> List<S> steps(Class<S> kind) {
        return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public boolean has(Class<? extends Step> kind) {
        return steps.stream().anyMatch(kind::isInstance);
    }
}
