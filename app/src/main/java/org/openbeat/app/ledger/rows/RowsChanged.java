package org.openbeat.app.ledger.rows;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.engine.tlog.Hash;

/**
 * The entry that binds what the acts before it left in the tables.
 *
 * @param batch names it
 * @param count how many changes
 * @param root of the tree over the changes in their order (RFC 9162, with {@link RowChange#leaf} as leaves)
 */
public record RowsChanged(String batch, int count, Hash root, Instant at) implements Recordable {
    public static final String ACTION = "ledger.rows-changed";

    @Override
    public Actor actor() {
        return Actor.SYSTEM;
    }

    @Override
    public String action() {
        return ACTION;
    }

    @Override
    public Subject subject() {
        return new Subject("rows", batch);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("count", count, "root", root.base64());
    }
}
