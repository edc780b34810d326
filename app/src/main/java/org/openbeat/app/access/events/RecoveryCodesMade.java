package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** New recovery codes replaced all earlier ones. */
public record RecoveryCodesMade(AccountId account, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.recovery-codes-made";
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
