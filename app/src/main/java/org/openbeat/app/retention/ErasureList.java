package org.openbeat.app.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The list of erasures outside the database: one line each, {@code time kind id}, nothing of what was erased. Whoever
 * restores an older backup erases what stands in it once more.
 */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
class ErasureList {
    private final Path file;

    ErasureList(OpenbeatSettings installation, RetentionSettings settings) {
        var own = settings.list();
        this.file = own == null ? installation.data().resolve("erasures.log") : own;
    }

    /** On disk when it returns: written before the erasure is committed, for a line too many does no harm. */
    synchronized void add(Subject subject, Instant at) {
        var line = "%s %s %s%n".formatted(at, subject.kind(), subject.id());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                out.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
                out.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the list of erasures " + file, e);
        }
    }

    Path file() {
        return file;
    }

    /** The things of a list, each once, in its order; a line that is none is left out. */
    static List<Subject> read(Path list) {
        try (var lines = Files.lines(list)) {
            return lines.map(line -> line.strip().split(" "))
                    .filter(words -> words.length == 3)
                    .map(words -> new Subject(words[1], words[2]))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of erasures " + list, e);
        }
    }
}
