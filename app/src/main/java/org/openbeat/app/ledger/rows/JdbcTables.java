package org.openbeat.app.ledger.rows;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.rows.RecordedTable.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of all modules as the database's own catalogue knows them, and the triggers on them. */
@Repository
class JdbcTables {

    /** Any number, the same for every server: who holds it may change triggers. */
    private static final long LOCK = 0x7461_626c_6573L;

    private static final List<String> OPERATIONS = List.of("insert", "update", "delete");

    /** The shape in which a table was taken over. */
    record Known(String name, String columns, String migration) {}

    private final JdbcClient jdbc;

    JdbcTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void becomeOnlyOne() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .listOfRows();
    }

    /** Every table of a module, the ledger's own apart, which the tree proves, and the registry of events. */
    List<RecordedTable> all() {
        return jdbc.sql("""
                        with module as (
                            select n.oid, n.nspname from pg_class h join pg_namespace n on n.oid = h.relnamespace
                            where h.relname = 'flyway_schema_history' and n.nspname not in ('ledger', 'public')
                        )
                        select m.nspname || '.' || c.relname as name,
                            array_agg(a.attname::text order by a.attnum) as columns,
                            array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
                            (select array_agg(k.attname::text order by array_position(p.conkey, k.attnum))
                             from pg_constraint p join pg_attribute k on k.attrelid = c.oid and k.attnum = any(p.conkey)
                             where p.conrelid = c.oid and p.contype = 'p') as key,
                            (select count(*) = 3 from pg_trigger t where t.tgrelid = c.oid
                             and t.tgname like 'ledger\\_row\\_%' and t.tgenabled in ('O', 'A')) as watched
                        from module m
                        join pg_class c on c.relnamespace = m.oid and c.relkind in ('r', 'p') and not c.relispartition
                            and c.relname <> 'flyway_schema_history'
                        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                            and a.attgenerated = ''
                        where not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                        group by m.nspname, c.relname, c.oid order by 1""").query(new Reading(migrations())).list();
    }

    private Map<String, String> migrations() {
        var schemas = jdbc.sql("""
                        select n.nspname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relname = 'flyway_schema_history'""").query(String.class).list();
        return schemas.stream().collect(Collectors.toMap(Function.identity(), this::newestMigration));
    }

    private String newestMigration(String schema) {
        return jdbc.sql("select coalesce((select version from \"%s\".flyway_schema_history ".formatted(schema)
                        + "where success and version is not null order by installed_rank desc limit 1), '0')")
                .query(String.class)
                .single();
    }

    Map<String, Known> known() {
        return jdbc
                .sql("select name, columns, migration from ledger.recorded_table")
                .query((row, number) ->
                        new Known(row.getString("name"), row.getString("columns"), row.getString("migration")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::name, Function.identity()));
    }

    void remember(RecordedTable table) {
        jdbc.sql("""
                        insert into ledger.recorded_table (name, columns, migration) values (:name, :columns, :migration)
                        on conflict (name) do update set columns = excluded.columns, migration = excluded.migration""")
                .param("name", table.name())
                .param("columns", table.shape())
                .param("migration", table.migration())
                .update();
    }

    /** From now on every statement that changes the table names the rows in the queue. */
    void watch(RecordedTable table) {
        var function = "ledger.\"rows_of_%s\"".formatted(table.name().replace('.', '_'));
        jdbc.sql("""
                        create or replace function %s() returns trigger language plpgsql as $$
                        begin
                            insert into ledger.pending (table_name, key)
                            select '%s', %s from changed where %s;
                            return null;
                        end $$""".formatted(function, table.name(), table.keyExpression(), table.condition()))
                .update();
        for (var operation : OPERATIONS) {
            jdbc.sql("""
                            create or replace trigger ledger_row_%1$s after %1$s on %2$s
                            referencing %3$s table as changed for each statement execute function %4$s()""".formatted(operation, table.quoted(), operation.equals("delete") ? "old" : "new", function))
                    .update();
            jdbc.sql("alter table %s enable trigger ledger_row_%s".formatted(table.quoted(), operation))
                    .update();
        }
    }

    /** A table that is not recorded any more is left alone. */
    void forget(RecordedTable table) {
        for (var operation : OPERATIONS) {
            jdbc.sql("drop trigger if exists ledger_row_%s on %s".formatted(operation, table.quoted()))
                    .update();
        }
    }

    /** Makes changes that a migration left in the queue the work of this transaction. */
    void adopt(RecordedTable table) {
        jdbc.sql("""
                        update ledger.pending p set xact = pg_current_xact_id()
                        where table_name = :table
                            and not exists (select from ledger.pending e where e.xact = p.xact and e.entry is not null)""").param("table", table.name()).update();
    }

    /** Puts every row into the queue, as if it had just been changed. */
    long takeOver(RecordedTable table) {
        return jdbc.sql("insert into ledger.pending (table_name, key) select '%s', %s from %s where %s"
                        .formatted(table.name(), table.keyExpression(), table.quoted(), table.condition()))
                .update();
    }

    private record Reading(Map<String, String> migrations)
            implements org.springframework.jdbc.core.RowMapper<RecordedTable> {

        @Override
        public RecordedTable mapRow(ResultSet row, int number) throws SQLException {
            var name = row.getString("name");
            var names = texts(row.getArray("columns"));
            var types = texts(row.getArray("types"));
            var columns = IntStream.range(0, names.size())
                    .mapToObj(i -> new Column(names.get(i), types.get(i)))
                    .toList();
            var byName = columns.stream().collect(Collectors.toMap(Column::name, Function.identity()));
            var key = texts(row.getArray("key")).stream().map(byName::get).toList();
            var migration = migrations.getOrDefault(name.substring(0, name.indexOf('.')), "0");
            return new RecordedTable(name, columns, key, migration, row.getBoolean("watched"));
        }

        private static List<String> texts(@Nullable Array array) throws SQLException {
            return array == null ? List.of() : List.of((String[]) array.getArray());
        }
    }
}
