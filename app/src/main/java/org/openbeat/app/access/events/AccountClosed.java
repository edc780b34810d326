package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** Somebody no longer works here; the account stays, because the record names it. */
public record AccountClosed(AccountId account, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.account-closed";
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
