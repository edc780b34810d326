package org.openbeat.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.openbeat.app.TestPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ModuleMigrationsIT {

    @Test
    void the_look_before_flyway_counts_as_flyway_does_and_still_finds_an_edited_migration() throws Exception {
        var source = new PGSimpleDataSource();
        source.setUrl(TestPostgres.newDatabase());
        var migrations = new ModuleMigrations(source);
        migrations.run();
        var history = new JdbcMigrationHistory(source).read();

        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/desk/V*.sql")) {
            assertThat(history.get("desk")).contains(MigrationFile.of(file));
        }
        assertThat(history.keySet()).contains("public", "access", "ledger", "places", "dispatch");

        var before = history.values().stream().map(Object::toString).collect(Collectors.joining());
        migrations.run();
        assertThat(new JdbcMigrationHistory(source)
                        .read().values().stream().map(Object::toString).collect(Collectors.joining()))
                .isEqualTo(before);

        update(source, "update desk.flyway_schema_history set checksum = checksum + 1 where version = '1'");
        assertThatThrownBy(migrations::run)
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("checksum mismatch");
    }

    private static void update(PGSimpleDataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
