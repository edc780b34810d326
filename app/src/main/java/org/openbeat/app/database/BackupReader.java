package org.openbeat.app.database;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;

/** Reads a backup, and trusts none of it before every part was compared with the manifest. */
final class BackupReader implements AutoCloseable {
    private final ZipFile archive;
    private final BackupManifest manifest;

    private BackupReader(ZipFile archive, BackupManifest manifest) {
        this.archive = archive;
        this.manifest = manifest;
    }

    /** @throws BackupRefused when the file is no backup, is cut short, or a part of it was changed */
    static BackupReader open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new BackupRefused("There is no backup to read at " + file + ".");
        }
        var archive = zip(file);
        try {
            var reader = new BackupReader(archive, manifest(archive, file));
            reader.compareEveryPart(file);
            return reader;
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new BackupRefused(
                    file + " (" + Files.size(file) + " bytes) is cut short or is no backup of Openbeat: its table of "
                            + "contents, which stands at the end, cannot be read (" + e.getMessage() + ").",
                    e);
        }
    }

    private static BackupManifest manifest(ZipFile archive, Path file) throws IOException {
        var entry = archive.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new BackupRefused(file + " is an archive but no backup of Openbeat: it holds no manifest.");
        }
        try (var content = archive.getInputStream(entry)) {
            var manifest = BackupWriter.JSON.readValue(content, BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT) {
                throw new BackupRefused(file + " has format " + manifest.format() + "; this Openbeat reads format "
                        + BackupManifest.FORMAT + ". Use the version of Openbeat that wrote it.");
            }
            return manifest;
        } catch (JacksonException | ZipException | EOFException e) {
            throw new BackupRefused("The manifest of " + file + " is damaged (" + e.getMessage() + ").", e);
        }
    }

    private void compareEveryPart(Path file) throws IOException {
        var parts = Stream.concat(manifest.tables().stream().map(BackupManifest.Table::part), manifest.files().stream())
                .toList();
        for (var part : parts) {
            var digest = BackupWriter.sha256();
            try (var content = new DigestInputStream(open(part), digest)) {
                content.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (ZipException | EOFException e) {
                throw new BackupRefused(
                        "The part " + part.entry() + " of " + file + " is damaged (" + e.getMessage() + ").", e);
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw new BackupRefused("The part " + part.entry() + " of " + file
                        + " is not what was backed up: its SHA-256 differs from the manifest's.");
            }
        }
    }

    BackupManifest manifest() {
        return manifest;
    }

    InputStream open(BackupManifest.Part part) throws IOException {
        var entry = archive.getEntry(part.entry());
        if (entry == null) {
            throw new BackupRefused("The backup lacks its part " + part.entry() + ".");
        }
        return archive.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
