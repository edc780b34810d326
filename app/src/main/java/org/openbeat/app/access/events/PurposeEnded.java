package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** A purpose was ended before its time was up. */
public record PurposeEnded(UUID purpose, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.purpose-ended";
    }

    @Override
    public Subject subject() {
        return new Subject("purpose", purpose.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }
}
