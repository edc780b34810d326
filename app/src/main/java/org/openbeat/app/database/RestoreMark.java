package org.openbeat.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in a data folder while a backup is put into it, so that nobody serves from half of one. */
record RestoreMark(Path file) {

    static RestoreMark of(Path home) {
        return new RestoreMark(home.resolve("restore-is-not-finished"));
    }

    void refuseUnfinished() {
        if (Files.exists(file)) {
            throw new IllegalStateException(
                    "A restore into " + file.getParent() + " was cut off. Empty the folder and restore again.");
        }
    }

    void set() throws IOException {
        Files.writeString(file, "A backup is being put into this folder, or this was cut off.\n");
    }

    void clear() throws IOException {
        Files.deleteIfExists(file);
    }
}
