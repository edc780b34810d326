package org.openbeat.app.ledger.rows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table whose rows are recorded, and the SQL expressions that name a row and spell it in one way whatever the session's
 * settings are.
 *
 * @param name schema and name
 * @param columns every stored column that the database does not compute
 * @param key the columns of the primary key, in its order
 * @param migration newest migration of its module
 * @param watched whether its triggers are there and switched on
 */
record RecordedTable(String name, List<Column> columns, List<Column> key, String migration, boolean watched) {

    /** A column with its type as PostgreSQL spells it. */
    record Column(String name, String type) {
        private static final String UTC = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

        String quoted() {
            return '"' + name.replace("\"", "\"\"") + '"';
        }

        private String asText() {
            return switch (type) {
                case "timestamp with time zone" -> "to_char(%s at time zone 'UTC', %s)".formatted(quoted(), UTC);
                case "bytea" -> "encode(%s, 'hex')".formatted(quoted());
                default -> quoted();
            };
        }

        private String fromText(int place) {
            var text = "(k.key::jsonb ->> %d)".formatted(place);
            return type.equals("bytea") ? "decode(%s, 'hex')".formatted(text) : text + "::" + type;
        }

        /** Pictures and outlines by their hash: JSON would double them. */
        private String asValue() {
            return type.equals("bytea") ? "encode(sha256(%1$s), 'hex') as %1$s".formatted(quoted()) : quoted();
        }
    }

    RecordedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** Schema and name, for SQL. */
    String quoted() {
        int dot = name.indexOf('.');
        return "\"%s\".\"%s\"".formatted(name.substring(0, dot), name.substring(dot + 1));
    }

    /** What a change of columns changes. */
    String shape() {
        return columns.stream()
                .map(column -> column.name() + " " + column.type())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The key of a row as a JSON array. */
    String keyExpression() {
        return key.stream().map(Column::asText).collect(Collectors.joining(", ", "jsonb_build_array(", ")::text"));
    }

    /** The condition that finds the row of {@code k.key}. */
    String keyCondition() {
        return IntStream.range(0, key.size())
                .mapToObj(place -> "%s = %s"
                        .formatted(key.get(place).quoted(), key.get(place).fromText(place)))
                .collect(Collectors.joining(" and "));
    }

    /** The values of a row, for {@link #TEXT}. */
    String values() {
        return columns.stream().map(Column::asValue).collect(Collectors.joining(", "));
    }

    /** Which rows are recorded. */
    String condition() {
        return UnrecordedTables.CONDITIONS.getOrDefault(name, "true");
    }

    /** The one spelling of a row {@code r} that holds {@link #values}: jsonb without what is null. */
    static final String TEXT = "jsonb_strip_nulls(to_jsonb(r))::text";
}
