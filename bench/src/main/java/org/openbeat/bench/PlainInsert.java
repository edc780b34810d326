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
 * The peer of intake: one row as the server stores it, inserted again and again over JDBC into a table of the same shape
 * with the same indexes, each in a durable transaction of its own.
 */
final class PlainInsert implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private final List<@Nullable Object> sample;

    private PlainInsert(Connection connection, PreparedStatement insert, List<@Nullable Object> sample) {
        this.connection = connection;
        this.insert = insert;
        this.sample = sample;
    }

    /** Makes the table {@code bench.plain} like {@code table}, once for a run. */
    static void prepare(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("drop table if exists bench.plain");
            statement.execute("create table bench.plain (like " + table + " including all)");
        }
    }

    /** Takes the newest row of the table as the sample of all. */
    static PlainInsert open(Connection connection, String table, String newestFirst) throws SQLException {
        var names = new ArrayList<String>();
        var sample = new ArrayList<@Nullable Object>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select * from " + table + " order by " + newestFirst + " limit 1")) {
            if (!row.next()) {
                throw new IllegalStateException("no row to take as sample in " + table);
            }
            var columns = row.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                if (!generated(connection, table, columns.getColumnName(i))) {
                    names.add(columns.getColumnName(i));
                    sample.add(row.getObject(i));
                }
            }
        }
        var marks = String.join(", ", names.stream().map(name -> "?").toList());
        var sql = "insert into bench.plain (" + String.join(", ", names) + ") values (" + marks + ")";
        return new PlainInsert(connection, connection.prepareStatement(sql), sample);
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

    /** Inserts the sample once more; ids, and texts and bytes that may have to be unique, are new each time. */
    void once() throws SQLException {
        var unique = UUID.randomUUID();
        for (int i = 0; i < sample.size(); i++) {
            insert.setObject(i + 1, renewed(sample.get(i), unique));
        }
        insert.executeUpdate();
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
