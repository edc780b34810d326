package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** A second factor is in force no more. Its kind is one word: {@code app}, {@code passkey}. */
public record SecondFactorRemoved(AccountId account, String kind, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.second-factor-removed";
    }

    @Override
    public Subject subject() {
        return new Subject("account", account.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("kind", kind);
    }
}
