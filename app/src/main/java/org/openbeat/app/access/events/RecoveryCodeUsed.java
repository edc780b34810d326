package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Somebody signed in with a recovery code in place of a second factor. */
public record RecoveryCodeUsed(AccountId account, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.recovery-code-used";
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
