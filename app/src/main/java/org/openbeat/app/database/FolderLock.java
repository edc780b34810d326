package org.openbeat.app.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** One process owns a data folder. The operating system lets go of the lock when the process dies. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path file) throws IOException {
        return tryTake(file)
                .orElseThrow(() -> new IllegalStateException("Another Openbeat is running on this data folder ("
                        + file.getParent() + "). Stop it first, or set OPENBEAT_DATA to another folder."));
    }

    /** The lock, or nothing when another process, or another part of this one, has it. */
    static Optional<FolderLock> tryTake(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(new FolderLock(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process already.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
