package org.openbeat.engine.tlog;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes the canonical form of RFC 8785, section 3.2. */
final class JsonWriter {

    private JsonWriter() {}

    static void write(Json json, StringBuilder out) {
        switch (json) {
            case Json.Nothing nothing -> out.append("null");
            case Json.Truth truth -> out.append(truth.value());
            case Json.Numeral number -> out.append(numeral(number.value()));
            case Json.Text text -> writeText(text.value(), out);
            case Json.Items items -> writeItems(items, out);
            case Json.Members members -> writeMembers(members, out);
        }
    }

    private static void writeItems(Json.Items items, StringBuilder out) {
        String separator = "[";
        for (Json item : items.values()) {
            out.append(separator);
            write(item, out);
            separator = ",";
        }
        out.append(items.values().isEmpty() ? "[]" : "]");
    }

    private static void writeMembers(Json.Members members, StringBuilder out) {
        String separator = "{";
        for (var member : members.values().entrySet()) {
            out.append(separator);
            writeText(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append(members.values().isEmpty() ? "{}" : "}");
    }

    /** Runs of characters that need no escape are copied as they are: that is nearly all there is. */
    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, plain, i);
                writeEscaped(c, out);
                plain = i + 1;
            } else if (Character.isSurrogate(c)) {
                requirePair(text, i);
            }
        }
        out.append(text, plain, text.length()).append('"');
    }

    private static void writeEscaped(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append("\\u%04x".formatted((int) c));
        }
    }

    private static void requirePair(String text, int at) {
        boolean pair = Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        if (!pair) {
            throw new MalformedException("Half of a surrogate pair has no form in UTF-8.");
        }
    }

    /** The shortest digits that read back as the same double, laid out as ECMAScript does (RFC 8785, 3.2.2.3). */
    static String numeral(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + layOut(digits, point);
    }

    private static String layOut(String digits, int point) {
        int length = digits.length();
        if (point >= length && point <= 21) {
            return digits + "0".repeat(point - length);
        }
        if (point > 0 && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        if (point > -6 && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = length == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }

    /** Java writes at least two digits where one would do (4.9E-324 for 5e-324), so one digit is tried first. */
    private static BigDecimal shortest(double value) {
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() == 2) {
            var rounded = decimal.round(new MathContext(1)).stripTrailingZeros();
            return rounded.doubleValue() == value ? rounded : decimal;
        }
        return decimal;
    }
}
