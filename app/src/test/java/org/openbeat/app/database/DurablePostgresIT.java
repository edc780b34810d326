package org.openbeat.app.database;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurablePostgresIT {

    @TempDir
    Path home;

    @Test
    void what_was_committed_is_on_the_disk_and_asked_for_with_a_password() throws Exception {
        try (var database = DurablePostgres.start(home)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), DurablePostgres.USER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(home.resolve("postgres-password")))
                    .hasSize(2);

            assertThatThrownBy(() -> DurablePostgres.start(home))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another Openbeat is running on this data folder");
            try (var joined = DurablePostgres.startOrJoin(home)) {
                assertThat(ask(joined, "select 1")).isEqualTo("1");
            }
            assertThat(ask(database, "select 1"))
                    .as("who joined leaves without stopping it")
                    .isEqualTo("1");
        }
    }

    @Test
    void chinese_words_are_letters_to_the_search() throws Exception {
        try (var database = DurablePostgres.start(home)) {
            assertThat(ask(database, "select upper('é')")).isEqualTo("É");
            run(database, "create extension pg_trgm");
            assertThat(ask(database, "select cardinality(show_trgm('路灯'))")).isNotEqualTo("0");
        }
    }

    @Test
    void a_restart_keeps_the_rows() throws Exception {
        try (var database = DurablePostgres.start(home)) {
            run(database, "create table kept (number int)");
            run(database, "insert into kept values (7)");
        }
        try (var database = DurablePostgres.start(home)) {
            assertThat(ask(database, "select number from kept")).isEqualTo("7");
        }
    }

    @Test
    void a_first_start_that_was_cut_off_is_begun_again() throws Exception {
        Files.createDirectories(home.resolve("postgres.first-start"));
        Files.writeString(home.resolve("postgres.first-start/PG_VERSION"), "18\n");
        Files.createFile(home.resolve("postgres-password"));
        try (var database = DurablePostgres.start(home)) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
            assertThat(database.password()).isNotEmpty();
        }
    }

    @Test
    void a_server_whose_process_was_killed_is_ended_and_its_rows_are_there() throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeptDatabase.class.getName(),
                        home.toString())
                .redirectError(home.resolve("kept.log").toFile())
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.lines().anyMatch("ready"::equals)).isTrue();
            var orphan = PostmasterFile.of(home.resolve("postgres")).process().orElseThrow();

            process.destroyForcibly().waitFor();
            assertThat(orphan.isAlive()).as("the trap: it lives on").isTrue();

            try (var database = DurablePostgres.start(home)) {
                assertThat(orphan.isAlive()).isFalse();
                assertThat(ask(database, "select count(*) from kept")).isEqualTo("1000");
            }
        }
    }

    @Test
    void a_process_that_only_got_the_number_of_an_old_server_is_left_alone() throws Exception {
        var cluster = Files.createDirectories(home.resolve("postgres"));
        Files.writeString(
                cluster.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + cluster + "\n");
        assertThat(PostmasterFile.of(cluster).process()).isEmpty();
        Files.writeString(cluster.resolve("postmaster.pid"), "12");
        assertThatThrownBy(() -> PostmasterFile.of(cluster).port()).hasMessageContaining("no database server is ready");
        Files.writeString(cluster.resolve("postmaster.pid"), "");
        assertThat(PostmasterFile.of(cluster).process()).isEmpty();
    }

    private static String ask(DurablePostgres database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), DurablePostgres.USER, database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return requireNonNull(rows.getString(1));
        }
    }

    private static void run(DurablePostgres database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), DurablePostgres.USER, database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
