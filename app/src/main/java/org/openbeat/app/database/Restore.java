package org.openbeat.app.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Puts a backup into an empty database: the schema as it was then, by migrations, and the rows. */
final class Restore {
    private final BackupReader backup;
    private final DataSource target;

    Restore(BackupReader backup, DataSource target) {
        this.backup = backup;
        this.target = target;
    }

    void intoDatabase() throws SQLException, IOException {
        refuseUsedDatabase();
        new ModuleMigrations(target).runTo(versions());
        refuseOtherMigrations();
        try (var refill = new JdbcRefill(target.getConnection())) {
            refill.empty(tables());
            for (var table : backup.manifest().tables()) {
                try (var rows = backup.open(table.part())) {
                    refill.fill(table, rows);
                }
            }
            for (var sequence : backup.manifest().sequences()) {
                refill.set(sequence);
            }
            refill.commit();
        }
    }

    void intoFolder(DataFiles folder) throws IOException {
        for (var part : backup.manifest().files()) {
            var place = folder.place(part.entry().substring("files/".length()));
            Files.createDirectories(place.getParent());
            try (var content = backup.open(part)) {
                Files.copy(content, place);
            }
            onlyForOwner(place);
        }
    }

    private static void onlyForOwner(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        }
    }

    private List<JdbcSnapshot.Source> tables() throws SQLException {
        try (var now = new JdbcSnapshot(target.getConnection())) {
            return now.tables();
        }
    }

    private void refuseUsedDatabase() throws SQLException {
        var there = tables();
        if (!there.isEmpty()) {
            throw new BackupRefused("The database is not empty: it has the table "
                    + there.getFirst().schema() + "." + there.getFirst().name() + ". Restore into a new one.");
        }
    }

    /** The newest version of each schema, as Flyway's target. */
    private Map<String, String> versions() {
        var newest = new LinkedHashMap<String, String>();
        backup.manifest().migrations().forEach(migration -> newest.put(migration.schema(), migration.version()));
        return newest;
    }

    private void refuseOtherMigrations() throws SQLException {
        try (var now = new JdbcSnapshot(target.getConnection())) {
            var here = now.migrations();
            for (var migration : backup.manifest().migrations()) {
                if (!here.contains(migration)) {
                    throw new BackupRefused("The backup was made with another migration " + migration.version()
                            + " of the schema " + migration.schema() + " than this Openbeat has. Restore it with the "
                            + "version that wrote it, or a newer one.");
                }
            }
        }
    }
}
