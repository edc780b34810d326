package org.openbeat.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Fills a freshly migrated database from a backup, in one transaction. Triggers and foreign keys sleep meanwhile
 * ({@code session_replication_role}): the rows were checked when they were written, and come in any order.
 */
final class JdbcRefill implements AutoCloseable {
    private final Connection connection;

    JdbcRefill(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        execute("set local session_replication_role = replica");
    }

    /** Tables that migrations filled with a first content of their own are emptied: the backup has what became of it. */
    void empty(List<JdbcSnapshot.Source> tables) throws SQLException {
        if (tables.isEmpty()) {
            return;
        }
        var names = tables.stream()
                .map(table -> JdbcSnapshot.quoted(table.schema(), table.name()))
                .collect(Collectors.joining(", "));
        execute("truncate " + names);
    }

    void fill(BackupManifest.Table table, InputStream rows) throws SQLException, IOException {
        var columns = table.columns().stream().map(JdbcSnapshot::quoted).collect(Collectors.joining(", "));
        long filled = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn(
                        "copy " + JdbcSnapshot.quoted(table.schema(), table.name()) + " (" + columns + ") from stdin",
                        rows);
        if (filled != table.rows()) {
            throw new BackupRefused("The table " + table.display() + " took " + filled + " rows instead of "
                    + table.rows() + "; nothing was restored.");
        }
    }

    void set(BackupManifest.Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, JdbcSnapshot.quoted(sequence.schema(), sequence.name()));
            statement.setLong(2, sequence.value());
            statement.setBoolean(3, sequence.called());
            statement.execute();
        }
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        execute("analyze");
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Without a commit before it, everything that was filled in is taken back. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
