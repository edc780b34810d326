package org.openbeat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The packed server in a process of its own, on a data folder of its own. It can be killed as an operating system kills,
 * and started again on the same folder and port.
 */
public final class ServerProcess implements AutoCloseable {
    private static final Path JAR = Path.of("app/target/openbeat-server.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path data;
    private final int port;
    private final List<String> options;
    private Process process;

    private ServerProcess(Path data, int port, List<String> options) {
        this.data = data;
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    /**
     * Starts a server with the demo city on a fresh folder below {@code folder} and waits until it is ready.
     *
     * @param folder where data and log go
     * @param name first part of their names
     * @param options further arguments of the server, such as {@code --openbeat.zone=Europe/Paris}
     */
    public static ServerProcess startDemo(Path folder, String name, String... options) {
        try {
            Files.createDirectories(folder);
            var data = Files.createTempDirectory(folder.toAbsolutePath(), name + "-");
            var server = new ServerProcess(data, freePort(), List.of(options));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() {
        return launch(options);
    }

    /**
     * Stops the server if it runs, runs a one-off command on its folder, and returns the exit status.
     *
     * @param command such as {@code ledger-verify}
     */
    public int runOnce(String command) {
        close();
        var arguments = new ArrayList<>(options);
        arguments.add("--openbeat.command=" + command);
        process = launch(arguments);
        awaitExit();
        return process.exitValue();
    }

    private Process launch(List<String> options) {
        var jar = jar();
        if (Files.notExists(jar)) {
            throw new IllegalStateException("The server is not packed yet: run ./openbeat test, or package app first.");
        }
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "--spring.profiles.active=demo",
                "--server.port=" + port,
                "--openbeat.base-url=" + baseUrl(),
                "--openbeat.data=" + data));
        command.addAll(options);
        try {
            var log = data.resolveSibling(data.getFileName() + ".log").toFile();
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether Maven runs in the project's root or in one of its modules. */
    private static Path jar() {
        return Files.exists(Path.of("app")) ? JAR : Path.of("..").resolve(JAR);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    public Path data() {
        return data;
    }

    /** Ends the process as {@code kill -9} does: no shutdown hook runs. Its database server lives on. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    public void restart() {
        process = launch();
        awaitReady();
    }

    private void awaitReady() {
        var request = HttpRequest.newBuilder(URI.create(baseUrl() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && process.isAlive()) {
                if (answers(client, request)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The server did not get ready; see " + data + ".log");
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // Not listening yet.
        }
    }

    /** The process id, to read what it uses of the machine. */
    public long pid() {
        return process.pid();
    }

    /** A connection to the server's own embedded database, for what no page shows. */
    public Connection database() throws SQLException {
        try {
            var databasePort =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
            var password = Files.readString(data.resolve("postgres-password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + databasePort.strip() + "/openbeat", "postgres", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitExit();
    }

    private void awaitExit() {
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
