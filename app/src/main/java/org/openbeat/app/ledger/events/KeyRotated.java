package org.openbeat.app.ledger.events;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * The log's key handed over to a new one. The new key is the entry's subject, so that it stands in the open log.
 *
 * @param from the old public key
 * @param to the new public key
 * @param size entries in the log at that moment
 */
public record KeyRotated(String from, String to, long size, Actor actor, Instant at) implements Recordable {

    @Override
    public String action() {
        return "ledger.key-rotated";
    }

    @Override
    public Subject subject() {
        return new Subject("log-key", to);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("from", from, "size", size);
    }
}
