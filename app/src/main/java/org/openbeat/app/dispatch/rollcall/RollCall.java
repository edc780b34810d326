package org.openbeat.app.dispatch.rollcall;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;

/**
 * The newest roll-call of an incident.
 *
 * @param asked the units that were asked
 * @param excluded units on the incident that were not asked, by call sign, with their stage as the reason
 */
public record RollCall(UUID id, Instant at, List<Asked> asked, Map<String, String> excluded) {

    public RollCall {
        asked = List.copyOf(asked);
        excluded = Map.copyOf(excluded);
    }

    /** A unit that was asked; answered at null: nobody knows yet whether it is well. */
    public record Asked(
            UnitId unit, String callSign, @Nullable Instant answeredAt) {}

    public List<Asked> silent() {
        return asked.stream().filter(each -> each.answeredAt() == null).toList();
    }
}
