package org.openbeat.app.access.purpose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a file with comma-separated values (RFC 4180), which no spreadsheet takes for formulas. */
public final class Csv {

    private Csv() {}

    /** One line with its end. */
    public static String line(@Nullable Object... values) {
        var cells = new ArrayList<String>();
        for (var value : values) {
            cells.add(cell(value));
        }
        return String.join(",", cells) + "\r\n";
    }

    private static String cell(@Nullable Object value) {
        var text = value instanceof Collection<?> all
                ? all.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : value == null ? "" : value.toString();
        // A cell that begins so would be worked out as a formula.
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
