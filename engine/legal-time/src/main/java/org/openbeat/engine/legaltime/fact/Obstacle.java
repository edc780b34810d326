package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.rule.GroundId;

/**
 * What made it impossible to act.
 *
 * @param ground the obstacle
 * @param from UTC
 * @param until UTC; null while it lasts
 * @param reasons as written down; without them it excuses nothing
 */
public record Obstacle(
        GroundId ground, Instant from, @Nullable Instant until, String reasons) {}
