package org.openbeat.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database server that lived on after its Java process was killed. It is ended by the process id in its own
 * {@code postmaster.pid}, and only when that process really runs on this folder.
 */
final class OrphanedServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private OrphanedServer() {}

    static void endIfRunning(Path cluster) throws IOException {
        var pidFile = cluster.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        if (process.isPresent() && runsOn(process.get(), cluster)) {
            end(process.get());
        }
        Files.deleteIfExists(pidFile);
    }

    private static boolean runsOn(ProcessHandle process, Path cluster) {
        var commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.exists(commandLine)
                    ? new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).contains(cluster.toString())
                    : process.info().commandLine().orElse("").contains(cluster.toString());
        } catch (IOException e) {
            return false; // It ended while we looked.
        }
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything committed stays. */
    private static void end(ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an old database server ended", e);
        } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
            throw new IOException(
                    "the database server of an earlier run (process " + process.pid()
                            + ") does not end; end it by hand and start again",
                    e);
        }
    }
}
