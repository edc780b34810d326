package org.openbeat.app.dispatch.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.kernel.GeoPoint;

/** The store of what happened, as far as a simulation needs it: no words, nobody's name. */
interface PastCalls {

    /** An incident that the reader sees; {@code stayed} is how long its units were there, null when none was. */
    record PastCall(
            Instant at,
            GeoPoint point,
            String type,
            int priority,
            @Nullable Duration stayed) {}

    /** Those of a time whose place is known, in order, and no more than {@code most}. */
    List<PastCall> between(Scope reader, Instant from, Instant to, int most);
}
