package org.openbeat.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A small file that is replaced as a whole: after a crash it is the old one or the new one, never half of either. */
record DurableFile(Path path) {

    /** Returns when the text is where no crash can reach it; only the owner may read it. */
    void write(String text) throws IOException {
        var draft = path.resolveSibling(path.getFileName() + ".new");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Files.deleteIfExists(draft);
        try (var channel = FileChannel.open(draft, options, ownerOnly)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        // The new name is durable only once the folder is.
        try (var folder = FileChannel.open(path.resolveSibling("").toAbsolutePath(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    String read() throws IOException {
        return Files.readString(path);
    }

    boolean exists() {
        return Files.exists(path);
    }
}
