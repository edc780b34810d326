package org.openbeat.engine.tlog;

import java.util.regex.Pattern;

/** Numbers as C2SP writes them: ASCII digits without leading zeros. */
final class Decimals {

    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Decimals() {}

    static long parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new MalformedException("This is no number without leading zeros: " + shortened(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new MalformedException("This number is too large: " + text, e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + " …";
    }
}
