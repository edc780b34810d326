package org.openbeat.app.ledger.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.TilePath;
import org.openbeat.engine.tlog.TilePath.EntryBundlePath;
import org.openbeat.engine.tlog.TilePath.HashTile;
import org.springframework.stereotype.Component;

/**
 * Writes the log into a folder as C2SP tlog-tiles lays it out: {@code checkpoint}, {@code tile/<L>/<N>},
 * {@code tile/entries/<N>}, partial ones at the right edge, the key as {@code vkey} and what was said of keys since. A
 * folder that was written before gets what has come since: full tiles never change.
 */
@Component
class LedgerExport {
    private static final long TELL_EVERY = 1000;

    private final Ledger ledger;

    LedgerExport(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Writes what the newest checkpoint covers.
     *
     * @param progress hears now and then how far it is
     * @return how many entries the copy has
     * @throws IllegalStateException if nothing was ever signed
     */
    long write(Path folder, Consumer<String> progress) throws IOException {
        var note =
                ledger.checkpoint().orElseThrow(() -> new IllegalStateException("This ledger has no checkpoint yet."));
        long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
        for (int level = 0; HashTile.in(size, level, 0).isPresent(); level++) {
            for (long index = 0; HashTile.in(size, level, index).isPresent(); index++) {
                var tile = HashTile.in(size, level, index).orElseThrow();
                write(folder, tile);
                if (level == 0) {
                    write(folder, new EntryBundlePath(index, tile.width()));
                }
                if (index % TELL_EVERY == TELL_EVERY - 1) {
                    progress.accept("%,d tiles of level %d".formatted(index + 1, level));
                }
            }
        }
        put(folder.resolve("vkey"), (ledger.verifierKey().format() + "\n").getBytes(StandardCharsets.UTF_8));
        if (!ledger.keyNotices().isEmpty()) {
            put(folder.resolve("key-notices"), ledger.keyNotices().getBytes(StandardCharsets.UTF_8));
        }
        // Last, so that who is served from this folder meanwhile never misses a tile.
        put(folder.resolve("checkpoint"), note.getBytes(StandardCharsets.UTF_8));
        return size;
    }

    private void write(Path folder, TilePath path) throws IOException {
        var file = folder.resolve("tile").resolve(path.path());
        if (Files.notExists(file)) {
            put(
                    file,
                    ledger.tile(path)
                            .orElseThrow(() -> new IllegalStateException(
                                    "The tile %s is missing: verify the ledger.".formatted(path.path()))));
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.write(draft, bytes);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
