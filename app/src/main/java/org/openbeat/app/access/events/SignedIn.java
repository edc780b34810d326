package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Somebody signed in; the means are one word: {@code password}, {@code app}, {@code recovery-code}, {@code passkey}. */
public record SignedIn(AccountId account, String means, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.signed-in";
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
