package org.openbeat.engine.legaltime.rule;

import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;

/**
 * An obstacle that excuses: while it lasts, and for the reasons written down, the clock has not failed.
 *
 * @param ground the obstacle
 * @param then how long after the obstacle is gone; null for at once
 * @param source the article
 */
public record ExcuseRule(GroundId ground, @Nullable Term then, Source source) {

    public static ExcuseRule thenAtOnce(String ground, Source source) {
        return new ExcuseRule(new GroundId(ground), null, source);
    }

    public static ExcuseRule thenWithin(String ground, Term then, Source source) {
        return new ExcuseRule(new GroundId(ground), then, source);
    }
}
