package org.openbeat.app.ledger.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * A key of the log signs no more.
 *
 * @param key the public key
 * @param size entries in the log when it signed last
 */
public record KeyRetired(String key, long size, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "ledger.key-retired";
    }

    @Override
    public Subject subject() {
        return new Subject("log-key", key);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("size", size);
    }
}
