package org.openbeat.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.openbeat.demo.ServerProcess;

/** What the demo city's server is known to have. */
final class DemoServer {
    static final double LATITUDE = 45.0;
    static final double LONGITUDE = -30.0;

    private DemoServer() {}

    /** The key that the demo's partner system sends reports with. */
    static String partnerKey(ServerProcess server) {
        try {
            return Files.readString(server.data().resolve("demo-partner-key.txt"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
