package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Whoever broke the glass justified it. */
public record GlassJustified(UUID purpose, boolean late, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.glass-justified";
    }

    @Override
    public Subject subject() {
        return new Subject("purpose", purpose.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("late", late);
    }
}
