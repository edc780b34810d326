package org.openbeat.app.database;

import java.time.Instant;
import java.util.List;

/**
 * The last entry of a backup: what is in it, and the SHA-256 of each part in lower-case hexadecimal.
 *
 * @param format version of this form; 1 so far
 * @param madeAt instant of the snapshot, in UTC
 * @param database what PostgreSQL says it is
 * @param migrations the state of each schema
 * @param tables the rows
 * @param sequences where each counter stood
 * @param files what stood in the data folder beside the database
 */
record BackupManifest(
        int format,
        Instant madeAt,
        String database,
        List<Migration> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<Part> files) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    /** One migration that was applied; {@code checksum} is Flyway's. */
    record Migration(String schema, String version, int checksum) {}

    /** A part of the archive: its name, its length in bytes before compression, its hash. */
    record Part(String entry, long size, String sha256) {}

    /** The rows of a table in PostgreSQL's text form of COPY, with the columns in their order. */
    record Table(String schema, String name, List<String> columns, long rows, Part part) {

        String display() {
            return schema + "." + name;
        }
    }

    /** A counter; {@code called} is false while its first value was not yet given out. */
    record Sequence(String schema, String name, long value, boolean called) {}

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(table -> table.part().size()).sum()
                + files.stream().mapToLong(Part::size).sum();
    }
}
