package org.openbeat.app.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.WrittenPage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where personal data live: every column that could hold some is classified, so that a new one is thought about. */
@OpenbeatTest
class PersonalDataIT {
    private static final Set<String> CLASSES = Set.of("person", "staff", "code", "secret", "place", "proof");

    @Autowired
    JdbcClient jdbc;

    /** Columns of types that words, pictures, places or structures can stand in; numbers and times hold no name. */
    private List<String> columns() {
        return jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns c
                        where table_schema not in ('pg_catalog', 'information_schema')
                        and table_name <> 'flyway_schema_history'
                        and (data_type in ('text', 'jsonb', 'json', 'bytea', 'tsvector', 'ARRAY', 'double precision',
                                'character varying'))
                        and exists (select from pg_tables t
                            where t.schemaname = c.table_schema and t.tablename = c.table_name)
                        and table_name not like '%\\_it\\_%'
                        order by 1""").query(String.class).list();
    }

    private static TreeMap<String, String> classified() {
        var properties = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(PersonalDataIT.class.getResourceAsStream("/personal-data.properties")),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var map = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
        return map;
    }

    /** A line for the column, for its table, or for its whole schema. */
    private static String lineFor(String column, TreeMap<String, String> lines) {
        var table = column.substring(0, column.lastIndexOf('.'));
        var schema = column.substring(0, column.indexOf('.'));
        return lines.getOrDefault(column, lines.getOrDefault(table, lines.getOrDefault(schema, "")));
    }

    @Test
    void every_column_that_could_hold_personal_data_is_classified() {
        var lines = classified();
        assertThat(columns().stream().filter(column -> lineFor(column, lines).isEmpty()))
                .as("columns to be classified in app/src/test/resources/personal-data.properties: who is it about, and "
                        + "which PersonalRecords erases it?")
                .isEmpty();
        assertThat(lines.values()).allSatisfy(line -> assertThat(CLASSES).contains(line.split(" ", 2)[0]));
    }

    @Test
    void every_line_has_its_column() {
        var columns = columns();
        assertThat(classified().keySet())
                .allSatisfy(line ->
                        assertThat(columns).anyMatch(column -> column.equals(line) || column.startsWith(line + ".")));
    }

    @Test
    void the_page_of_personal_data_says_what_the_list_says() {
        var page = new StringBuilder("""
                # Where personal data live

                Every column that words, pictures, places or structures can stand in, with what it is about and what becomes
                of it. `PersonalDataIT` fails when a column is missing here, and writes this page from
                `app/src/test/resources/personal-data.properties`.

                | Class | Meaning |
                | --- | --- |
                | person | about a resident, caller or anyone at an incident; the text says what erases it |
                | staff | names, ids and words of staff about their own work; kept as the record of official acts |
                | code | stable words of a list, states, references; about nobody |
                | secret | hashes and keys of sign-in and links; useless once their time is over |
                | place | streets, areas and maps of everyone |
                | proof | the ledger: hashes and signatures |

                | Column, table or schema | Class | What becomes of it |
                | --- | --- | --- |
                """);
        classified().forEach((column, line) -> {
            var parts = line.split(" ", 2);
            page.append("| `%s` | %s | %s |%n".formatted(column, parts[0], parts.length > 1 ? parts[1] : ""));
        });
        WrittenPage.mustSay("personal-data.md", page.toString());
    }
}
