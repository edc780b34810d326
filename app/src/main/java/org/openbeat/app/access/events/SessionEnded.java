package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Somebody signed out, or ended a session of theirs elsewhere. */
public record SessionEnded(AccountId account, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.session-ended";
    }

    @Override
    public Subject subject() {
        return new Subject("account", account.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of();
    }
}
