package org.openbeat.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL, made safe to keep: the library it comes from is meant for tests, so it switches off
 * {@code fsync}, trusts every local user and forgets a server whose Java process was killed. Here fsync and synchronous
 * commit are on, a password is asked of everyone, one process owns the folder, and a server left behind is ended before
 * a new one starts.
 */
final class DurablePostgres implements AutoCloseable {
    static final String USER = "postgres";
    private static final String DATABASE = "openbeat";

    private final @Nullable EmbeddedPostgres server;
    private final @Nullable FolderLock lock;
    private final String url;
    private final @Nullable String password;

    private DurablePostgres(
            @Nullable EmbeddedPostgres server, @Nullable FolderLock lock, String url, @Nullable String password) {
        this.server = server;
        this.lock = lock;
        this.url = url;
        this.password = password;
    }

    static DurablePostgres external(String url) {
        return new DurablePostgres(null, null, url, null);
    }

    /**
     * Starts the server that keeps its data below {@code home}, which is made when it is missing.
     *
     * @throws IllegalStateException when another process owns the folder
     */
    static DurablePostgres start(Path home) {
        try {
            Files.createDirectories(home);
            var lock = FolderLock.take(home.resolve("openbeat.lock"));
            var cluster = home.resolve("postgres");
            OrphanedServer.endIfRunning(cluster);
            var first = Files.notExists(cluster.resolve("PG_VERSION"));
            var password = password(home.resolve("postgres-password"));
            var server = start(home, cluster, first ? null : password);
            if (first) {
                secure(server, cluster, password);
            }
            var url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DATABASE;
            return new DurablePostgres(server, lock, url, password);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the embedded database in " + home, e);
        }
    }

    private static EmbeddedPostgres start(Path home, Path cluster, @Nullable String password) throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "1GB")
                .setServerConfig("checkpoint_completion_target", "0.9")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("log_timezone", "UTC")
                .setServerConfig("jit", "off");
        if (password != null) {
            builder.setConnectConfig("password", password);
        }
        return builder.start();
    }

    /** Runs once, right after the cluster was made: a password, our database, and no more trust. */
    private static void secure(EmbeddedPostgres server, Path cluster, String password) throws IOException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user " + USER + " password '" + password + "'");
            statement.execute("create database " + DATABASE + " encoding 'UTF8'");
            Files.writeString(cluster.resolve("pg_hba.conf"), """
                    # TYPE  DATABASE  USER  ADDRESS        METHOD
                    host    all       all   127.0.0.1/32   scram-sha-256
                    host    all       all   ::1/128        scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("cannot secure the embedded database", e);
        }
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    String url() {
        return url;
    }

    @Nullable
    String password() {
        return password;
    }

    /** What the running server says of its own durability; empty for an external one, whose operator knows. */
    Map<String, String> state() {
        return server == null
                ? Map.of("kind", "external")
                : Map.of("kind", "embedded", "port", Integer.toString(server.getPort()));
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
