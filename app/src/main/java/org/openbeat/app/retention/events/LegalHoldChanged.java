package org.openbeat.app.retention.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** A thing is held against erasure, or no longer. */
public record LegalHoldChanged(Subject subject, boolean held, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return held ? "retention.hold-set" : "retention.hold-lifted";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }
}
