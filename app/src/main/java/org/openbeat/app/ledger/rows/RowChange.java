package org.openbeat.app.ledger.rows;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.openbeat.engine.tlog.Json;

/**
 * What a change left behind, as the ledger binds it: a leaf of the small tree whose root is in the payload of the entry
 * {@code ledger.rows-changed}.
 *
 * @param table schema and name; null where a further act of a transaction shares the rows of its first
 * @param key primary key of the row as a JSON array
 * @param mark SHA-256 of salt and row, or null if the row is gone
 * @param entry the act, or null if none was announced
 */
record RowChange(
        @Nullable String table,
        @Nullable String key,
        @Nullable Hash mark,
        @Nullable UUID entry) {

    /** The canonical JSON array of table, key, mark in base64 and entry. */
    byte[] leaf() {
        return Json.of(Arrays.asList(
                        table, key, mark == null ? null : mark.base64(), entry == null ? null : entry.toString()))
                .canonical();
    }

    void appendTo(CompactRange range) {
        range.append(Hash.ofLeaf(leaf()));
    }
}
