package org.openbeat.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A database server that lived on after its Java process was killed. It is ended by the process id in its own
 * {@code postmaster.pid}, and only when that process really runs on this folder. Only the owner of the folder's lock may
 * ask for it.
 */
final class OrphanedServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private OrphanedServer() {}

    static void endIfRunning(Path cluster) throws IOException {
        var server = PostmasterFile.of(cluster).process();
        if (server.isPresent()) {
            end(server.get());
        }
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    /** SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything committed stays. */
    private static void end(ProcessHandle process) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an old database server ended", e);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "the database server of an earlier run (process " + process.pid()
                            + ") does not end; end it by hand and start again",
                    e);
        }
    }
}
