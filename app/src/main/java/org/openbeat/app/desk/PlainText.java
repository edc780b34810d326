package org.openbeat.app.desk;

import java.util.regex.Pattern;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;

/** What people type, made fit to be kept: no control characters, no halves of characters, no more than is allowed. */
final class PlainText {
    /** PostgreSQL keeps no U+0000, and a lone surrogate is no character (Unicode, D75). */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]");

    private static final Pattern LINE_BREAKS = Pattern.compile("\\r\\n?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private PlainText() {}

    /** Several lines; {@code field} names the field in the refusal. */
    static String lines(String typed, int longest, String field) {
        var text = UNFIT.matcher(LINE_BREAKS.matcher(typed).replaceAll("\n"))
                .replaceAll("")
                .strip();
        if (text.codePointCount(0, text.length()) > longest) {
            throw new Refusal(Kind.INVALID, "report-text-too-long", field, longest);
        }
        return text;
    }

    /** One line. */
    static String line(String typed, int longest, String field) {
        return lines(BLANKS.matcher(typed).replaceAll(" "), longest, field);
    }
}
