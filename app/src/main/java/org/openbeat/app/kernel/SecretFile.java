package org.openbeat.app.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** A secret in a file that only the owner may read, made once and never overwritten. */
public record SecretFile(Path path) {

    /** The secret; made, written to the disk and only then used where there is none yet. */
    public String readOrMake(Supplier<String> maker) {
        try {
            if (Files.notExists(path)) {
                make(maker.get());
            }
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or make " + path, e);
        }
    }

    /** Written whole beside its place, then linked there: of two servers that start at once, one wins. */
    private void make(String secret) throws IOException {
        var folder = path.resolveSibling("").toAbsolutePath();
        Files.createDirectories(folder);
        var draft = folder.resolve(path.getFileName() + "." + UUID.randomUUID() + ".new");
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(draft, options, ownerOnly)) {
            channel.write(ByteBuffer.wrap((secret + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        try {
            Files.createLink(path, draft);
        } catch (FileAlreadyExistsException e) {
            // Another server was faster; its secret is the one.
        } finally {
            Files.delete(draft);
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
