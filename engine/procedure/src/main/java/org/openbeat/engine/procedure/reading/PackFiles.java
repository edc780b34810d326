package org.openbeat.engine.procedure.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts of a pack's folder.
 *
 * @param name of the folder
 * @param texts from the path within it, with slashes, to the text
 */
public record PackFiles(String name, SortedMap<String, String> texts) {
    public PackFiles(String name, Map<String, String> texts) {
        this(name, new TreeMap<>(texts));
    }

    /** Reads a folder: YAML, and the templates below documents. */
    public static PackFiles read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var paths = Files.walk(folder, 3)) {
            paths.filter(Files::isRegularFile)
                    .filter(path ->
                            path.toString().endsWith(".yaml") || path.toString().endsWith(".md"))
                    .forEach(path -> texts.put(relative(folder, path), text(path)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new PackFiles(folder.toAbsolutePath().normalize().getFileName().toString(), texts);
    }

    /** Paths of a folder of it that end in .yaml, in order. */
    public List<String> yaml(String folder) {
        return texts.keySet().stream()
                .filter(path -> path.startsWith(folder + "/") && path.endsWith(".yaml"))
                .toList();
    }

    /** How a path of it is named in messages. */
    public String named(String path) {
        return name + "/" + path;
    }

    private static String relative(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read as UTF-8", e);
        }
    }
}
