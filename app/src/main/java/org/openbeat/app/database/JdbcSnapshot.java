package org.openbeat.app.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.core.Utils;

/**
 * One moment of the whole database: everything is read in a single REPEATABLE READ transaction, so the rows of all
 * tables fit together while others go on writing.
 */
final class JdbcSnapshot implements AutoCloseable {
    private final Connection connection;

    /** Reads one row of a result. */
    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A table to be copied. */
    record Source(String schema, String name, List<String> columns) {}

    JdbcSnapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    }

    Instant takenAt() throws SQLException {
        return list(
                        "select transaction_timestamp()",
                        row -> row.getObject(1, OffsetDateTime.class).toInstant())
                .getFirst();
    }

    String version() throws SQLException {
        return list("select version()", row -> row.getString(1)).getFirst();
    }

    /** Bytes on the disk, indexes included. */
    long size() throws SQLException {
        return list("select pg_database_size(current_database())", row -> row.getLong(1))
                .getFirst();
    }

    /** Every table of ours with its stored columns; what migrations and extensions bring themselves is left out. */
    List<Source> tables() throws SQLException {
        return list("""
                select n.nspname, c.relname,
                    (select array_agg(a.attname order by a.attnum) from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                    and c.relname <> 'flyway_schema_history'
                    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                order by 1, 2""", row -> {
            var columns = row.getArray(3);
            return new Source(
                    row.getString(1),
                    row.getString(2),
                    columns == null ? List.of() : Arrays.asList((String[]) columns.getArray()));
        });
    }

    List<BackupManifest.Sequence> sequences() throws SQLException {
        return list(
                """
                select schemaname, sequencename, coalesce(last_value, start_value), last_value is not null
                from pg_sequences order by 1, 2""",
                row -> new BackupManifest.Sequence(
                        row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
    }

    List<BackupManifest.Migration> migrations() throws SQLException {
        var schemas = list("""
                select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relname = 'flyway_schema_history' order by 1""", row -> row.getString(1));
        var all = new ArrayList<BackupManifest.Migration>();
        for (var schema : schemas) {
            all.addAll(list(
                    "select version, checksum from " + quoted(schema, "flyway_schema_history")
                            + " where version is not null and checksum is not null and success order by installed_rank",
                    row -> new BackupManifest.Migration(schema, row.getString(1), row.getInt(2))));
        }
        return all;
    }

    /** Writes the rows of a table and returns how many they are. */
    long copy(Source table, OutputStream out) throws SQLException, IOException {
        var columns = table.columns().stream().map(JdbcSnapshot::quoted).collect(Collectors.joining(", "));
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + quoted(table.schema(), table.name()) + " (" + columns + ") to stdout", out);
    }

    private <T> List<T> list(String sql, Row<T> mapping) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(mapping.read(rows));
            }
            return all;
        }
    }

    static String quoted(String schema, String name) {
        return quoted(schema) + "." + quoted(name);
    }

    static String quoted(String identifier) {
        try {
            return Utils.escapeIdentifier(null, identifier).toString();
        } catch (SQLException e) {
            throw new IllegalArgumentException("not an identifier", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
