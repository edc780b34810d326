package org.openbeat.engine.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.reading.PackFiles;
import org.openbeat.engine.procedure.reading.PackReader;
import org.openbeat.engine.procedure.reading.PackUnreadableException;

/** The packs that are shipped, read once for all tests. */
public final class Packs {
    public static final Path FOLDER = Path.of("../../packs").toAbsolutePath().normalize();
    private static final Map<String, Pack> READ = new ConcurrentHashMap<>();

    private Packs() {}

    public static List<String> names() {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pack.yaml")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PackFiles files(String name) {
        try {
            return PackFiles.read(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Pack get(String name) {
        return READ.computeIfAbsent(name, ignored -> {
            try {
                return PackReader.read(files(name));
            } catch (PackUnreadableException e) {
                throw new AssertionError(e.getMessage(), e);
            }
        });
    }
}
