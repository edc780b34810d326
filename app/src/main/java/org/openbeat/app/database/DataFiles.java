package org.openbeat.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What must survive in a data folder beside the database: the ledger's keys, maps, and whatever modules keep there. */
record DataFiles(Path home) {
    /** The database is copied by rows; the rest is made anew by whoever starts. */
    private static final Set<String> NOT_KEPT = Set.of(
            "postgres",
            "postgres.first-start",
            "postgres-binaries",
            "postgres-password",
            "openbeat.lock",
            "openbeat.running",
            "openbeat.running.new",
            "restore-is-not-finished");

    /** Logs, and what someone is still writing. */
    private static final List<String> NOT_KEPT_ENDINGS = List.of(".log", ".new", ".part");

    /** The files to keep, as paths below the folder, in order. */
    List<Path> list() throws IOException {
        if (Files.notExists(home)) {
            return List.of();
        }
        try (var entries = Files.walk(home)) {
            return entries.filter(Files::isRegularFile)
                    .map(home::relativize)
                    .filter(path -> !NOT_KEPT.contains(path.getName(0).toString()))
                    .filter(path -> NOT_KEPT_ENDINGS.stream().noneMatch(path.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    long size() throws IOException {
        long size = 0;
        for (var file : list()) {
            size += Files.size(home.resolve(file));
        }
        return size;
    }

    /**
     * Where the file of a backup goes.
     *
     * @throws BackupRefused when the name leads out of the folder
     */
    Path place(String name) {
        var place = home.resolve(name).normalize();
        if (!place.startsWith(home) || place.equals(home)) {
            throw new BackupRefused(
                    "The backup names a file outside the data folder (" + name + "); nothing was done.");
        }
        return place;
    }
}
