package org.openbeat.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Fills tables with copies of what the demo made, so that the rows look like real ones. */
final class Copies {

    private Copies() {}

    /**
     * Inserts rows into a table.
     *
     * @param rows a query whose one column {@code p} is a row of the table's type
     */
    static void insert(Connection connection, String table, String rows) throws SQLException {
        var columns = plainColumns(connection, table);
        var values = String.join(
                ", ", columns.stream().map(column -> "(p)." + column).toList());
        try (var statement = connection.createStatement()) {
            statement.execute("insert into " + table + " (" + String.join(", ", columns) + ") select " + values
                    + " from (" + rows + ") rows");
            statement.execute("vacuum analyze " + table);
        }
    }

    /** The columns that are stored as they are given; what the database makes itself is left to it. */
    private static List<String> plainColumns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var query = connection.prepareStatement("""
                select attname from pg_attribute where attrelid = ?::regclass and attnum > 0
                    and not attisdropped and attgenerated = '' and attidentity = '' order by attnum""")) {
            query.setString(1, table);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    columns.add('"' + row.getString(1) + '"');
                }
            }
        }
        return columns;
    }
}
