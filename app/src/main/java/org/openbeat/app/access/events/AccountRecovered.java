package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** The holder of an account started anew, with a code that two persons handed over. */
public record AccountRecovered(AccountId account, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.account-recovered";
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
