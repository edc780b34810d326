package org.openbeat.engine.legaltime.rule;

import java.util.Set;
import org.openbeat.engine.legaltime.source.Source;

/**
 * A ground on which a clock starts afresh, such as the transfer of jurisdiction (ADMPROC art 62). What ran before stays
 * visible as a sum.
 *
 * @param ground why
 * @param approvers who must approve it; empty only for a clock that is not one of liberty
 * @param source the article
 */
public record RestartRule(GroundId ground, Set<Authority> approvers, Source source) {

    public RestartRule {
        approvers = Set.copyOf(approvers);
    }
}
