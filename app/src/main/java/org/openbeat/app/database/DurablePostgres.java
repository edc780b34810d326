package org.openbeat.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The embedded PostgreSQL, made safe to keep: the library it comes from is meant for tests, so it switches off
 * {@code fsync}, trusts every local user and forgets a server whose Java process was killed. Here fsync and synchronous
 * commit are on, a password is asked of everyone from the first moment, one process owns the folder, a first start that
 * was cut off is begun again, and a server left behind is ended before a new one starts.
 */
final class DurablePostgres implements AutoCloseable {
    static final String USER = "postgres";
    private static final String DATABASE = "openbeat";
    private static final String CLUSTER = "postgres";
    private static final String FIRST_START = "postgres.first-start";

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
            return start(home, FolderLock.take(home.resolve("openbeat.lock")));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the embedded database in " + home, e);
        }
    }

    /** For one-off commands: joins the database of the process that serves from this folder, or starts it. */
    static DurablePostgres startOrJoin(Path home) {
        try {
            Files.createDirectories(home);
            var lock = FolderLock.tryTake(home.resolve("openbeat.lock"));
            return lock.isPresent() ? start(home, lock.get()) : join(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot reach the embedded database in " + home, e);
        }
    }

    private static DurablePostgres join(Path home) throws IOException {
        var port = PostmasterFile.of(home.resolve(CLUSTER)).port();
        return new DurablePostgres(null, null, url(port), password(home));
    }

    private static DurablePostgres start(Path home, FolderLock lock) throws IOException {
        try {
            var cluster = home.resolve(CLUSTER);
            OrphanedServer.endIfRunning(cluster);
            if (Files.notExists(cluster)) {
                makeCluster(home, cluster);
            }
            var password = password(home);
            var server = server(home, cluster, password).start();
            return new DurablePostgres(server, lock, url(server.getPort()), password);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The cluster gets its name when it is complete, so whatever cut an earlier first start off leaves no half of one. */
    private static void makeCluster(Path home, Path cluster) throws IOException {
        var draft = home.resolve(FIRST_START);
        OrphanedServer.endIfRunning(draft);
        Folders.delete(draft);
        var builder = server(home, draft, password(home))
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.resolve("postgres-password").toString())
                // PostgreSQL's own rules: the order of an index must not change with the machine's C library.
                .setLocaleConfig("locale", "C")
                // What pg_trgm takes for a letter; with plain C, Chinese would be none.
                .setLocaleConfig("lc-ctype", "C.UTF-8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
        try (var server = builder.start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE + " encoding 'UTF8'");
        } catch (SQLException e) {
            throw new IOException("cannot make the embedded database", e);
        }
        Files.move(draft, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static EmbeddedPostgres.Builder server(Path home, Path cluster, String password) {
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
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
    }

    private static String password(Path home) throws IOException {
        var file = home.resolve("postgres-password");
        if (Files.exists(file) && Files.size(file) > 0) {
            return Files.readString(file).strip();
        }
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    String url() {
        return url;
    }

    @Nullable
    String password() {
        return password;
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
