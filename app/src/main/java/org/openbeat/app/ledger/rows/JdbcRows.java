package org.openbeat.app.ledger.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.tlog.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What rows hold, what was left behind by each change, and the newest mark of each row. */
@Repository
class JdbcRows {

    /**
     * The newest state of a row.
     *
     * @param salt null if the row is gone
     * @param mark null if the row is gone
     */
    record State(
            String table,
            String key,
            byte @Nullable [] salt,
            @Nullable Hash mark,
            long position,
            int place) {}

    private final JdbcClient jdbc;

    JdbcRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Spells values in one way until the end of the transaction, whatever the session is set to. */
    void pinSpelling() {
        jdbc.sql("""
                        select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
                            set_config('intervalstyle', 'iso_8601', true), set_config('extra_float_digits', '1', true),
                            set_config('bytea_output', 'hex', true)""").query().listOfRows();
    }

    /** The texts of the rows with these keys; those that are gone are not in the map. */
    Map<String, String> texts(RecordedTable table, List<String> keys) {
        var sql = """
                select k.key, r.text
                from unnest(:keys::text[]) as k (key)
                cross join lateral (
                    select %s as text from (select %s from %s where %s and %s limit 1) r
                ) r""".formatted(
                        RecordedTable.TEXT, table.values(), table.quoted(), table.keyCondition(), table.condition());
        return jdbc
                .sql(sql)
                .param("keys", new SqlArrayValue("text", keys.toArray()))
                .query((row, number) -> Map.entry(row.getString("key"), row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void add(long position, List<RowChange> changes) {
        var tables = new ArrayList<@Nullable String>();
        var keys = new ArrayList<@Nullable String>();
        var marks = new ArrayList<byte @Nullable []>();
        var entries = new ArrayList<@Nullable UUID>();
        for (var change : changes) {
            tables.add(change.table());
            keys.add(change.key());
            marks.add(bytes(change.mark()));
            entries.add(change.entry());
        }
        jdbc.sql("""
                        insert into ledger.row_change (position, place, table_name, key, mark, entry)
                        select :position, place - 1, table_name, key, mark, entry
                        from unnest(:tables, :keys, :marks, :entries)
                            with ordinality as change (table_name, key, mark, entry, place)""")
                .param("position", position)
                .param("tables", new SqlArrayValue("text", tables.toArray()))
                .param("keys", new SqlArrayValue("text", keys.toArray()))
                .param("marks", new SqlArrayValue("bytea", (Object[]) marks.toArray(byte[][]::new)))
                .param("entries", new SqlArrayValue("uuid", entries.toArray()))
                .update();
    }

    /** Puts the newest states in the place of those before. */
    void replace(List<State> states) {
        jdbc.sql("""
                        insert into ledger.row_state (table_name, key, salt, mark, position, place)
                        select * from unnest(:tables, :keys, :salts, :marks, :positions, :places)
                        on conflict (table_name, key) do update set salt = excluded.salt, mark = excluded.mark,
                            position = excluded.position, place = excluded.place""")
                .param(
                        "tables",
                        new SqlArrayValue(
                                "text", states.stream().map(State::table).toArray()))
                .param(
                        "keys",
                        new SqlArrayValue(
                                "text", states.stream().map(State::key).toArray()))
                .param("salts", new SqlArrayValue("bytea", (Object[])
                        states.stream().map(State::salt).toArray(byte[][]::new)))
                .param("marks", new SqlArrayValue("bytea", (Object[])
                        states.stream().map(state -> bytes(state.mark())).toArray(byte[][]::new)))
                .param(
                        "positions",
                        new SqlArrayValue(
                                "bigint", states.stream().map(State::position).toArray()))
                .param(
                        "places",
                        new SqlArrayValue(
                                "int", states.stream().map(State::place).toArray()))
                .update();
    }

    /** Every change in order, with the position of the entry that binds it. */
    void forEachChange(BiConsumer<Long, RowChange> reader) {
        try (var changes = jdbc
                .sql("""
                        select position, table_name, key, mark, entry from ledger.row_change order by position, place""")
                .withFetchSize(10_000)
                .query((row, number) -> Map.entry(row.getLong("position"), change(row)))
                .stream()) {
            changes.forEach(change -> reader.accept(change.getKey(), change.getValue()));
        }
    }

    private static RowChange change(ResultSet row) throws SQLException {
        var mark = row.getBytes("mark");
        return new RowChange(
                row.getString("table_name"),
                row.getString("key"),
                mark == null ? null : Hash.of(mark),
                row.getObject("entry", UUID.class));
    }

    private static byte @Nullable [] bytes(@Nullable Hash hash) {
        return hash == null ? null : hash.bytes();
    }
}
