package org.openbeat.app.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.zip.CRC32;
import org.springframework.core.io.Resource;

/**
 * A migration by its version and by Flyway's checksum of it: the CRC-32 of its lines without their ends, as a signed
 * number. A test holds it against Flyway's own.
 */
record MigrationFile(String version, int checksum) implements Comparable<MigrationFile> {
    private static final Comparator<MigrationFile> ORDER =
            Comparator.comparing(MigrationFile::version).thenComparing(MigrationFile::checksum);

    static MigrationFile of(Resource file) throws IOException {
        var name = file.getFilename();
        if (name == null || !name.contains("__")) {
            throw new IOException("not a migration's name, V1__why.sql: " + file);
        }
        var checksum = new CRC32();
        try (var lines = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                checksum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new MigrationFile(name.substring(1, name.indexOf("__")), (int) checksum.getValue());
    }

    @Override
    public int compareTo(MigrationFile other) {
        return ORDER.compare(this, other);
    }
}
