package org.openbeat.app.database;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup as one ZIP archive: rows by table, files of the data folder, and at the end the manifest. */
final class BackupWriter {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ZipOutputStream archive;

    BackupWriter(OutputStream out) {
        this.archive = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
    }

    /** What is written into one entry. */
    @FunctionalInterface
    private interface Content {
        long writeTo(OutputStream out) throws IOException, SQLException;
    }

    private record Written(long answer, BackupManifest.Part part) {}

    BackupManifest write(JdbcSnapshot snapshot, DataFiles files) throws IOException, SQLException {
        var tables = new ArrayList<BackupManifest.Table>();
        for (var table : snapshot.tables()) {
            var name = "tables/" + table.schema() + "." + table.name() + ".copy";
            var written = entry(name, out -> snapshot.copy(table, out));
            tables.add(new BackupManifest.Table(
                    table.schema(), table.name(), table.columns(), written.answer(), written.part()));
        }
        var manifest = new BackupManifest(
                BackupManifest.FORMAT,
                snapshot.takenAt(),
                snapshot.version(),
                snapshot.migrations(),
                tables,
                snapshot.sequences(),
                files(files));
        archive.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        archive.write(JSON.writeValueAsBytes(manifest));
        archive.closeEntry();
        archive.finish();
        archive.flush();
        return manifest;
    }

    private List<BackupManifest.Part> files(DataFiles files) throws IOException, SQLException {
        var parts = new ArrayList<BackupManifest.Part>();
        for (Path file : files.list()) {
            var path = files.home().resolve(file);
            var name = "files/" + file.toString().replace('\\', '/');
            parts.add(entry(name, out -> Files.copy(path, out)).part());
        }
        return parts;
    }

    private Written entry(String name, Content content) throws IOException, SQLException {
        archive.putNextEntry(new ZipEntry(name));
        var digest = sha256();
        var counted = new Counted(new DigestOutputStream(archive, digest));
        long answer = content.writeTo(counted);
        archive.closeEntry();
        return new Written(
                answer,
                new BackupManifest.Part(name, counted.bytes, HexFormat.of().formatHex(digest.digest())));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Counts what passes; closing it closes nothing, because the archive goes on. */
    private static final class Counted extends FilterOutputStream {
        private long bytes;

        private Counted(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            out.write(buffer, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
