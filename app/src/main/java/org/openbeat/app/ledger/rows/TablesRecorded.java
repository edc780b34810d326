package org.openbeat.app.ledger.rows;

import java.time.Instant;
import java.util.Map;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable;

/**
 * Tables were taken over into the ledger with all their rows: new ones, and those whose columns a migration changed.
 *
 * @param id names the take-over
 * @param migrations the tables, each with the newest migration of its module
 */
public record TablesRecorded(String id, Map<String, String> migrations, Instant at) implements Recordable {
    public static final String ACTION = "ledger.tables-recorded";

    public TablesRecorded {
        migrations = Map.copyOf(migrations);
    }

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
        return new Subject("tables", id);
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("tables", migrations);
    }
}
