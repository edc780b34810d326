package org.openbeat.app.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for words everywhere: in each row of each table, as text and inside of binary columns, and in each file. */
public final class JdbcSought {

    private JdbcSought() {}

    /** The tables, as {@code schema.table}, of which some row has one of the words in it. */
    public static List<String> tables(JdbcClient jdbc, List<String> words) {
        var found = new ArrayList<String>();
        for (var table : all(jdbc)) {
            for (var word : words) {
                var hex = java.util.HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
                long rows = jdbc.sql("select count(*) from " + table
                                + " t where position(lower(:word) in lower(t::text)) > 0"
                                + " or position(:hex in t::text) > 0")
                        .param("word", word)
                        .param("hex", hex)
                        .query(Long.class)
                        .single();
                if (rows > 0) {
                    found.add(table + " " + word);
                }
            }
        }
        return found;
    }

    private static List<String> all(JdbcClient jdbc) {
        return jdbc.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1""").query(String.class).list();
    }

    /** The files of a folder that have one of the words in them. */
    public static List<String> files(Path folder, List<String> words) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> has(file, words))
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean has(Path file, List<String> words) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return words.stream()
                    .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                    .anyMatch(text::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
