package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Somebody who was signed in proved again who they are, before a dangerous act. */
public record SignInConfirmed(AccountId account, String means, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.sign-in-confirmed";
    }

    @Override
    public Subject subject() {
        return new Subject("account", account.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("means", means);
    }
}
