package org.openbeat.app.ledger.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * The payloads of all acts on a subject were erased from the ledger.
 *
 * @param subject the subject
 * @param count how many entries lost their payload
 */
public record PayloadsErased(Subject subject, int count, Actor actor, Instant at) implements Recordable {
    public static final String ACTION = "ledger.payloads-erased";

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("count", count);
    }
}
