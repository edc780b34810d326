package org.openbeat.app.database;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The commands {@code backup HOME FILE} and {@code restore HOME FILE}: everything in one file and back. A backup may be
 * made while a server runs on the folder. The file holds personal data and the ledger's private key, so only its owner
 * may read it.
 *
 * <p>Exit status: 0 done, 1 not done (and why), 2 wrong use of the command.
 */
public final class Backup {
    private final Path home;
    private final @Nullable String external;
    private final PrintStream out;
    private final Function<OutputStream, OutputStream> disk;

    /**
     * @param home the data folder
     * @param external JDBC address of the operator's own PostgreSQL, or nothing for the embedded one
     * @param out where to tell what was done
     * @param disk wraps what is written to the disk; tests make it full
     */
    Backup(Path home, @Nullable String external, PrintStream out, Function<OutputStream, OutputStream> disk) {
        this.home = home.toAbsolutePath().normalize();
        this.external = external == null || external.isBlank() ? null : external;
        this.out = out;
        this.disk = disk;
    }

    public static void main(String[] arguments) {
        if (arguments.length != 3) {
            System.err.println("Use: backup HOME FILE, or restore HOME FILE");
            System.exit(2);
        }
        var backup = new Backup(
                Path.of(arguments[1]), System.getenv("OPENBEAT_DATABASE_URL"), System.out, Function.identity());
        System.exit(backup.run(arguments[0], Path.of(arguments[2]), System.err));
    }

    private int run(String command, Path file, PrintStream err) {
        try {
            switch (command) {
                case "backup" -> backUp(file);
                case "restore" -> restore(file);
                default -> {
                    err.println("There is no command " + command + ".");
                    return 2;
                }
            }
            return 0;
        } catch (BackupRefused | IllegalStateException e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException | SQLException e) {
            err.println("The " + command + " was not done: " + e.getMessage());
            return 1;
        }
    }

    BackupManifest backUp(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new BackupRefused(file + " is there already; a backup never overwrites another.");
        }
        if (external == null && Files.notExists(home.resolve("postgres"))) {
            throw new BackupRefused("There is nothing to back up in " + home + ": it holds no database.");
        }
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var database = open();
                var snapshot = new JdbcSnapshot(source(database).getConnection())) {
            var files = new DataFiles(home);
            var manifest = write(snapshot, files, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            out.printf(
                    Locale.ROOT,
                    "Backed up to %s (%.1f MB): %d tables, %d rows, %d files, as of %s.%n",
                    file,
                    Files.size(file) / 1e6,
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.files().size(),
                    manifest.madeAt());
            return manifest;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private BackupManifest write(JdbcSnapshot snapshot, DataFiles files, Path part) throws IOException, SQLException {
        try (var channel = create(part)) {
            var target = disk.apply(Channels.newOutputStream(channel));
            var manifest = new BackupWriter(target).write(snapshot, files);
            channel.force(true);
            return manifest;
        } catch (IOException e) {
            throw refusal(e, part, snapshot.size() + files.size());
        }
    }

    private static FileChannel create(Path part) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(part);
            return FileChannel.open(part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
        } catch (IOException e) {
            throw new BackupRefused("Cannot write " + part + ". Is its folder there, and may you write to it?", e);
        }
    }

    /** A full disk is named as such, with what is there and what it takes. */
    private static IOException refusal(IOException e, Path part, long bytes) throws IOException {
        var message = e.getMessage();
        if (message == null || !message.contains("No space left")) {
            return e;
        }
        var store = Files.getFileStore(part);
        throw new BackupRefused(
                String.format(
                        Locale.ROOT,
                        "There is not enough space for the backup on %s: %.1f MB were written and %.1f MB are free; the "
                                + "database and its files take %.1f MB before compression. Nothing was kept of it.",
                        store,
                        Files.size(part) / 1e6,
                        store.getUsableSpace() / 1e6,
                        bytes / 1e6),
                e);
    }

    void restore(Path file) throws IOException, SQLException {
        try (var backup = BackupReader.open(file)) {
            refuseUsedFolder();
            refuseSmallDisk(backup.manifest());
            Files.createDirectories(home);
            var mark = RestoreMark.of(home);
            mark.set();
            try {
                fill(backup);
            } catch (IOException | SQLException | RuntimeException e) {
                takeBack();
                mark.clear();
                throw e;
            }
            mark.clear();
            out.printf(
                    Locale.ROOT,
                    "Restored into %s: %d tables, %d rows, %d files, as of %s.%n",
                    home,
                    backup.manifest().tables().size(),
                    backup.manifest().rows(),
                    backup.manifest().files().size(),
                    backup.manifest().madeAt());
        }
    }

    /** The folder held nothing before, so whatever it holds now came from the restore that failed. */
    private void takeBack() throws IOException {
        if (external == null) {
            Folders.delete(home.resolve("postgres"));
        }
        for (var file : new DataFiles(home).list()) {
            Files.delete(home.resolve(file));
        }
    }

    private void fill(BackupReader backup) throws IOException, SQLException {
        try (var database = external == null ? DurablePostgres.start(home) : DurablePostgres.external(external)) {
            var restore = new Restore(backup, source(database));
            restore.intoDatabase();
            restore.intoFolder(new DataFiles(home));
        }
    }

    private void refuseUsedFolder() throws IOException {
        var files = new DataFiles(home).list();
        if (external == null && Files.exists(home.resolve("postgres")) || !files.isEmpty()) {
            throw new BackupRefused("The data folder " + home + " is not empty. Restore into a new one "
                    + "(OPENBEAT_DATA=…), so that nothing that is kept there is lost.");
        }
    }

    /** Rows take about as much again in indexes; a database that starts needs some room of its own. */
    private void refuseSmallDisk(BackupManifest manifest) throws IOException {
        var existing = Stream.iterate(home.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IOException("no folder above " + home + " exists"));
        var store = Files.getFileStore(existing);
        long needed = 2 * manifest.bytes() + 100_000_000;
        if (external == null && store.getUsableSpace() < needed) {
            throw new BackupRefused(String.format(
                    Locale.ROOT,
                    "There is not enough space to restore on %s: it takes about %.0f MB and %.0f MB are free.",
                    store,
                    needed / 1e6,
                    store.getUsableSpace() / 1e6));
        }
    }

    private DurablePostgres open() {
        RestoreMark.of(home).refuseUnfinished();
        return external == null ? DurablePostgres.startOrJoin(home) : DurablePostgres.external(external);
    }

    private static PGSimpleDataSource source(DurablePostgres database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.url());
        if (database.password() != null) {
            source.setUser(DurablePostgres.USER);
            source.setPassword(database.password());
        }
        return source;
    }
}
