package org.openbeat.app.ledger.rows;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.rows.JdbcTables.Known;
import org.springframework.stereotype.Component;

/**
 * Sees to it that every table is recorded. Runs at each start, before the first act: a new table gets its triggers and
 * is taken over with the rows that its migration gave it, and so is one whose columns a migration changed. Rows are
 * never taken over without a migration: what somebody changed while a trigger was off must be found.
 */
@Component
public class RowRecording {
    private final JdbcTables tables;

    RowRecording(JdbcTables tables) {
        this.tables = tables;
    }

    /**
     * Brings triggers up to date, within the caller's transaction.
     *
     * @param recorder writes down, in the same transaction, which tables are taken over under which migration; it is
     *     called only if there are some
     */
    public void install(Consumer<Map<String, String>> recorder) {
        var known = tables.known();
        if (tables.all().stream().allMatch(table -> isDone(table, known.get(table.name())))) {
            return;
        }
        tables.becomeOnlyOne();
        var before = tables.known();
        var changed = tables.all().stream()
                .filter(table -> !isDone(table, before.get(table.name())))
                .toList();
        changed.forEach(this::install);
        var migrated = changed.stream()
                .filter(RowRecording::isRecorded)
                .filter(table -> isMigrated(table, before.get(table.name())))
                .toList();
        if (!migrated.isEmpty()) {
            recorder.accept(migrated.stream().collect(Collectors.toMap(RecordedTable::name, RecordedTable::migration)));
            migrated.forEach(table -> takeOver(table, before.get(table.name())));
        }
    }

    /**
     * Rows that a migration changed are in the queue already. When it changed the columns, every row is another; and after
     * a restore it ran without triggers.
     */
    private void takeOver(RecordedTable table, @Nullable Known before) {
        tables.adopt(table);
        if (before == null || !table.watched() || !before.columns().equals(table.shape())) {
            tables.takeOver(table);
        }
        tables.remember(table);
    }

    private void install(RecordedTable table) {
        if (!isRecorded(table)) {
            tables.forget(table);
            return;
        }
        if (table.key().isEmpty()) {
            throw new IllegalStateException(
                    "The table %s has no primary key, so the ledger can't name its rows. Give it one, or add it to %s."
                            .formatted(table.name(), UnrecordedTables.class.getSimpleName()));
        }
        tables.watch(table);
    }

    private static boolean isDone(RecordedTable table, @Nullable Known known) {
        return isRecorded(table) ? table.watched() && known != null && !isMigrated(table, known) : !table.watched();
    }

    private static boolean isMigrated(RecordedTable table, @Nullable Known known) {
        return known == null || !known.migration().equals(table.migration());
    }

    static boolean isRecorded(RecordedTable table) {
        return !UnrecordedTables.REASONS.containsKey(table.name());
    }
}
