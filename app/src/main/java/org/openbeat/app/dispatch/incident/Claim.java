package org.openbeat.app.dispatch.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.openbeat.app.kernel.Actor;

/**
 * That someone of the room has an incident in hand.
 *
 * @param account whose; the name is what others are told
 * @param since when it was claimed or taken over
 */
public record Claim(@JsonIgnore String account, String name, Instant since) {

    public static Claim of(Actor actor, Instant at) {
        return new Claim(actor.id(), actor.name(), at);
    }

    public boolean isOf(Actor actor) {
        return account.equals(actor.id());
    }
}
