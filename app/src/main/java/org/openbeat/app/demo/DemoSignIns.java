package org.openbeat.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The file {@code demo-sign-ins.txt} in the data folder: who can sign in, and the sign that the demo is complete. */
@Component
@Profile("demo")
class DemoSignIns {
    private final Path file;
    private final Path partnerKey;

    DemoSignIns(OpenbeatSettings settings) {
        this.partnerKey = settings.data().resolve("demo-partner-key.txt");
        this.file = settings.data().resolve("demo-sign-ins.txt");
    }

    boolean areMissing() {
        return Files.notExists(file);
    }

    boolean partnerKeyIsMissing() {
        return Files.notExists(partnerKey);
    }

    /** A key is shown once; the story and whoever tries Open311 read it here. */
    void writePartnerKey(String key) {
        try {
            Files.createDirectories(partnerKey.getParent());
            Files.writeString(partnerKey, key + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() {
        var people = DemoPerson.all()
                .map(person -> "  %-18s %-26s %s".formatted(person.userName(), person.name(), words(person)))
                .collect(Collectors.joining("\n"));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, """
                    Demo sign-ins; the password of each is %s

                    %s
                    """.formatted(DemoPerson.PASSWORD, people));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(DemoPerson person) {
        return person.role().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + ", " + person.agency();
    }
}
