package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.rule.GroundId;

/**
 * Something on which clocks that list the ground start afresh.
 *
 * @param ground why
 * @param at UTC
 * @param approvedBy who approved it; null for nobody
 */
public record Restart(GroundId ground, Instant at, @Nullable Official approvedBy) {}
