package org.openbeat.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openbeat.app.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server of one's own, where Openbeat is the owner of its database and no superuser. */
class PlainOwnerIT {
    private static final String PREPARE = """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'openbeat_app') then
                    create role openbeat_app nologin noinherit;
                end if;
                if not exists (select from pg_roles where rolname = 'openbeat_system') then
                    create role openbeat_system nologin noinherit;
                end if;
                if not exists (select from pg_roles where rolname = 'plain_owner') then
                    create role plain_owner login password 'made up';
                end if;
            end $$;
            grant openbeat_app, openbeat_system to plain_owner;
            """;

    private static final String UNIT = """
            insert into dispatch.unit (id, call_sign, type, agency, status, status_since, last_contact_at)
            values (gen_random_uuid(), 'p1', 'patrol-car', 'city', 'OFF_DUTY', now(), now())""";

    private static String database() throws SQLException {
        var url = TestPostgres.newDatabase();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(PREPARE);
            statement.execute("alter database \"" + connection.getCatalog() + "\" owner to plain_owner");
        }
        return url.replaceAll("\\?.*", "");
    }

    @Test
    void an_owner_who_is_no_superuser_can_migrate_and_the_second_lock_holds() throws Exception {
        var url = database();
        var owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser("plain_owner");
        owner.setPassword("made up");
        new ModuleMigrations(owner).run();

        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("plain_owner");
        config.setPassword("made up");
        config.setMaximumPoolSize(1);
        config.addDataSourceProperty("options", "-c role=" + DatabaseRole.PERSON.sqlName());
        try (var pool = new ScopedDataSource(new HikariDataSource(config))) {
            var jdbc = JdbcClient.create(pool);
            assertThatThrownBy(() -> jdbc.sql(UNIT).update()).hasStackTraceContaining("row-level security");
            assertThat(RowScope.system("a test").call(() -> jdbc.sql(UNIT).update()))
                    .isOne();
            assertThat(units(jdbc)).as("the same connection, unscoped again").isZero();
            assertThat(RowScope.ofPerson("city", "me").call(() -> units(jdbc))).isOne();
            assertThat(RowScope.ofPerson("elsewhere", "me").call(() -> units(jdbc)))
                    .isZero();
            assertThat(RowScope.owner("a test").call(() -> units(jdbc))).isOne();
        }
    }

    private static int units(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from dispatch.unit")
                .query(Integer.class)
                .single();
    }
}
