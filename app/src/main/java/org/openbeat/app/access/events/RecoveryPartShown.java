package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** One of the two who handle a recovery saw their part of its code. */
public record RecoveryPartShown(AccountId account, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.recovery-part-shown";
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
