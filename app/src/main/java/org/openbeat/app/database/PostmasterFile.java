package org.openbeat.app.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's {@code postmaster.pid}: line 1 is the process id, line 4 the port.
 *
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File Layout</a>
 */
record PostmasterFile(Path cluster, List<String> lines) {
    private static final int PORT_LINE = 3;

    static PostmasterFile of(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        return new PostmasterFile(cluster, Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** @throws IOException when no server runs, or it is still starting */
    int port() throws IOException {
        try {
            return Integer.parseInt(lines.get(PORT_LINE).strip());
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("no database server is ready in " + cluster + "; wait a moment and try again", e);
        }
    }

    /** The server's process, when it really runs and runs on this folder: ids are used again by other processes. */
    Optional<ProcessHandle> process() {
        try {
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(this::runsHere);
        } catch (NumberFormatException e) {
            return Optional.empty(); // Cut off while it was written.
        }
    }

    private boolean runsHere(ProcessHandle process) {
        var commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.exists(commandLine)
                    ? List.of(Files.readString(commandLine, StandardCharsets.ISO_8859_1)
                                    .split("\0"))
                            .contains(bytesAsText(cluster))
                    : process.info().commandLine().orElse("").contains(cluster.toString());
        } catch (IOException e) {
            return false; // It ended while we looked.
        }
    }

    private static String bytesAsText(Path path) {
        return new String(path.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
