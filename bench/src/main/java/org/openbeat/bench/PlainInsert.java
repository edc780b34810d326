package org.openbeat.bench;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The peer of intake: rows as the server stores them, inserted again and again over JDBC into tables of the same shape
 * with the same indexes and constraints but those between tables, each time in a durable transaction of its own.
 */
final class PlainInsert implements AutoCloseable {

    /**
     * A row to insert.
     *
     * @param table the table whose like it goes into
     * @param query gives the row to take as sample, with names of columns of the table
     */
    record Sample(String table, String query) {
        private String like() {
            return "bench.plain_" + table.replace('.', '_');
        }
    }

    private record Row(PreparedStatement insert, List<@Nullable Object> values) {}

    private final Connection connection;
    private final List<Row> rows;

    private PlainInsert(Connection connection, List<Row> rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** Makes the tables, once for a run. */
    static void prepare(Connection connection, List<Sample> samples) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            for (var sample : samples) {
                statement.execute(
                        "create table if not exists " + sample.like() + " (like " + sample.table() + " including all)");
            }
        }
    }

    static PlainInsert open(Connection connection, List<Sample> samples) throws SQLException {
        var rows = new ArrayList<Row>();
        for (var sample : samples) {
            rows.add(row(connection, sample));
        }
        connection.setAutoCommit(rows.size() == 1);
        return new PlainInsert(connection, rows);
    }

    private static Row row(Connection connection, Sample sample) throws SQLException {
        var names = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sample.query())) {
            if (!row.next()) {
                throw new IllegalStateException("no row to take as sample: " + sample.query());
            }
            var columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (!generated(connection, sample.table(), columns.getColumnName(i))) {
                    names.add(columns.getColumnName(i));
                    values.add(row.getObject(i));
                }
            }
        }
        var marks = String.join(", ", names.stream().map(name -> "?").toList());
        var sql = "insert into " + sample.like() + " (" + String.join(", ", names) + ") values (" + marks + ")";
        return new Row(connection.prepareStatement(sql), values);
    }

    private static boolean generated(Connection connection, String table, String column) throws SQLException {
        try (var query = connection.prepareStatement("""
                select attgenerated <> '' or attidentity <> '' from pg_attribute
                where attrelid = ?::regclass and attname = ?""")) {
            query.setString(1, table);
            query.setString(2, column);
            try (var row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Inserts the rows once more; ids, and texts and bytes that may have to be unique, are new each time. */
    void once() throws SQLException {
        var unique = UUID.randomUUID();
        for (var row : rows) {
            for (int i = 0; i < row.values().size(); i++) {
                row.insert().setObject(i + 1, renewed(row.values().get(i), unique));
            }
            row.insert().executeUpdate();
        }
        if (rows.size() > 1) {
            connection.commit();
        }
    }

    private static @Nullable Object renewed(@Nullable Object value, UUID unique) {
        if (value instanceof UUID) {
            return unique;
        }
        if (value instanceof byte[] bytes) {
            return renewed(bytes, unique);
        }
        return value instanceof String text ? renewed(text, unique) : value;
    }

    private static byte[] renewed(byte[] bytes, UUID unique) {
        var fresh = unique.toString().replace("-", "").getBytes(StandardCharsets.US_ASCII);
        return bytes.length < 16 ? bytes : Arrays.copyOf(fresh, bytes.length);
    }

    /** Short words of mixed length are references and keys; sentences and codes stay. */
    private static String renewed(String text, UUID unique) {
        var mayBeKey = text.length() >= 6 && text.length() <= 40 && !text.contains(" ");
        var letters = new BigInteger(unique.toString().replace("-", ""), 16).toString(36);
        return mayBeKey ? letters.substring(letters.length() - Math.min(letters.length(), text.length())) : text;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
