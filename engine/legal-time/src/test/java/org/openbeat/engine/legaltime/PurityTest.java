package org.openbeat.engine.legaltime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The engine knows no machine: its clock, its zone, its language, its console. */
class PurityTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern MACHINE = Pattern.compile("\\bnow\\(|systemDefault|getDefault\\(|\\bSystem\\.|"
            + "\\bClock\\b|java\\.util\\.logging|new Random\\(|Math\\.random|parallelStream|LocalDateTime\\.of\\(");

    @Test
    void nothing_is_asked_of_the_machine() throws IOException {
        for (var file : sources()) {
            assertThat(MACHINE.matcher(Files.readString(file)).results().map(found -> found.group()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void every_public_type_says_what_it_is() throws IOException {
        for (var file : sources()) {
            var text = Files.readString(file);
            assertThat(text.substring(0, Math.max(0, text.indexOf("\npublic ") + 1)))
                    .as(file.toString())
                    .matches(head -> head.isEmpty() || head.contains("/**"));
        }
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
