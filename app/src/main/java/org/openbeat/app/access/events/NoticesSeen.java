package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Whoever was told that the glass was broken has seen it. */
public record NoticesSeen(int notices, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.notices-seen";
    }

    @Override
    public Subject subject() {
        return new Subject("account", actor.id());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("notices", notices);
    }
}
