package org.openbeat.app.ledger.rows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that a transaction changed, added or removed.
 *
 * @param table schema and name
 * @param key its primary key as a JSON array
 * @param entry the act of the transaction, or null if none was announced
 */
public record Touch(String table, String key, @Nullable UUID entry) {}
