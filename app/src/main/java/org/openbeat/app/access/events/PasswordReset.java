package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** An administrator set a first one-time password, or shut the account out: its password opens nothing any more. */
public record PasswordReset(AccountId account, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.password-reset";
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
