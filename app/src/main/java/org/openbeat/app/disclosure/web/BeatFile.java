package org.openbeat.app.disclosure.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openbeat.app.disclosure.BeatRecord;
import org.openbeat.app.disclosure.ListedReport;
import org.springframework.stereotype.Component;

/**
 * The list of a beat's page as a file of comma-separated values (RFC 4180): the same rows, the same columns, the same
 * words.
 */
@Component
class BeatFile {
    static final List<String> COLUMNS =
            List.of("reference", "received", "kind", "place", "status", "took", "statement");

    private final BeatWords words;

    BeatFile(BeatWords words) {
        this.words = words;
    }

    byte[] write(BeatRecord found, Locale locale) {
        var lines = new StringBuilder("\ufeff"); // Spreadsheets take a file without it for anything but UTF-8.
        lines.append(line(COLUMNS.stream()
                .map(column -> words.text("disclosure.list." + column, locale))
                .toList()));
        found.reports().forEach(report -> lines.append(line(row(report, locale))));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> row(ListedReport report, Locale locale) {
        var took = report.took();
        var statement = report.statement();
        return List.of(
                report.reference().value(),
                words.day(report.received(), locale),
                words.category(report.category(), locale),
                words.place(report, locale),
                words.status(report, locale),
                took == null ? "" : words.length(took, locale),
                statement == null ? "" : statement);
    }

    private static String line(List<String> cells) {
        return cells.stream().map(BeatFile::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A cell that begins like a formula is shown as text, not reckoned by whoever opens the file. */
    static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
