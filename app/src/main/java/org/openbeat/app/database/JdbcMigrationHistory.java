package org.openbeat.app.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What was applied to each schema, from Flyway's own tables, in two queries for all of them. */
final class JdbcMigrationHistory {
    private final DataSource source;

    JdbcMigrationHistory(DataSource source) {
        this.source = source;
    }

    /** By schema; a migration that failed stands as applied with a checksum that no file has. */
    Map<String, Set<MigrationFile>> read() {
        try (var connection = source.getConnection()) {
            var schemas = schemas(connection);
            return schemas.isEmpty() ? Map.of() : read(connection, schemas);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read which migrations were applied", e);
        }
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select n.nspname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relname = 'flyway_schema_history' and c.relkind = 'r'""")) {
            var schemas = new ArrayList<String>();
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
            return schemas;
        }
    }

    private static Map<String, Set<MigrationFile>> read(Connection connection, List<String> schemas)
            throws SQLException {
        var sql = schemas.stream()
                .map(schema -> "select '" + schema.replace("'", "''")
                        + "', version, case when success then checksum else -1 end from "
                        + JdbcSnapshot.quoted(schema, "flyway_schema_history") + " where version is not null")
                .collect(Collectors.joining(" union all "));
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var applied = new HashMap<String, Set<MigrationFile>>();
            while (rows.next()) {
                applied.computeIfAbsent(rows.getString(1), schema -> new TreeSet<>())
                        .add(new MigrationFile(rows.getString(2), rows.getInt(3)));
            }
            return applied;
        }
    }
}
