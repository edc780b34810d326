package org.openbeat.engine.procedure.pack.clock;

import org.jspecify.annotations.Nullable;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.Condition;

/**
 * How long a clock runs. Of several the last whose condition holds when the clock starts is taken; a condition that
 * can't be told does not hold.
 *
 * @param when null: always
 * @param granted the fact that names a shorter length in the same unit, as a court or a head grants it; null: none
 */
public record Limit(
        Span span, @Nullable Condition when, @Nullable String granted, Basis basis) {}
