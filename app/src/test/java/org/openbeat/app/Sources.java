package org.openbeat.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository, for tests that read them. Tests run in the folder of their Maven module. */
final class Sources {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path JAVA = ROOT.resolve("app/src/main/java");
    static final Path RESOURCES = ROOT.resolve("app/src/main/resources");

    private Sources() {}

    static List<Path> under(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java sources of the engines and of the application, without tests. */
    static List<Path> mainJava() {
        return Stream.concat(
                        under(ROOT.resolve("engine"), ".java").stream()
                                .filter(file -> file.toString().contains("/src/main/java/")),
                        under(JAVA, ".java").stream())
                .toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }
}
