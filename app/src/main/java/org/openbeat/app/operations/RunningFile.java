package org.openbeat.app.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The file {@code openbeat.running} in the data folder: it is there while a server is ready, and says which process and
 * which port. Scripts wait for it and need no HTTP client. Its process id tells a file that a killed server left.
 */
@Component
class RunningFile implements DisposableBean {
    private static final String SERVE = "serve";

    private final OpenbeatSettings settings;
    private final Environment environment;

    RunningFile(OpenbeatSettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void on() {
        var port = environment.getProperty("local.server.port");
        if (port == null || !settings.command().equals(SERVE)) {
            return;
        }
        try {
            Files.createDirectories(settings.data());
            var draft = file().resolveSibling("openbeat.running.new");
            Files.writeString(draft, """
                    pid=%d
                    port=%s
                    """.formatted(ProcessHandle.current().pid(), port));
            Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot say that the server is ready in " + file(), e);
        }
    }

    @Override
    public void destroy() throws IOException {
        if (settings.command().equals(SERVE)) {
            Files.deleteIfExists(file());
        }
    }

    private Path file() {
        return settings.data().resolve("openbeat.running");
    }
}
