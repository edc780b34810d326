package org.openbeat.app.access.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/** From now on the organisation's identity provider vouches for the holder of an account. */
public record IdentityLinked(AccountId account, String issuer, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "access.identity-linked";
    }

    @Override
    public Subject subject() {
        return new Subject("account", account.toString());
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("issuer", issuer);
    }
}
