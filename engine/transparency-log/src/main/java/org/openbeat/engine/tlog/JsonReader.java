package org.openbeat.engine.tlog;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads JSON without white space, which is all that a canonical text may hold; {@link Json#parseCanonical} then
 * compares the text with its canonical form. Input of strangers: depth is limited, doubled names are refused.
 */
final class JsonReader {

    private static final int MAX_DEPTH = 64;
    private static final Pattern NUMERAL = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Json read() {
        Json json = value();
        if (at != text.length()) {
            throw wrong("something follows the end");
        }
        return json;
    }

    private Json value() {
        if (++depth > MAX_DEPTH) {
            throw wrong("it is nested too deeply");
        }
        Json json = switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Truth(true));
            case 'f' -> word("false", new Json.Truth(false));
            case 'n' -> word("null", new Json.Nothing());
            default -> numeral();
        };
        depth--;
        return json;
    }

    private Json members() {
        var members = new TreeMap<String, Json>();
        at++;
        while (!skip('}')) {
            if (!members.isEmpty()) {
                expect(',');
            }
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw wrong("a name stands twice");
            }
        }
        return new Json.Members(members);
    }

    private Json items() {
        var items = new ArrayList<Json>();
        at++;
        while (!skip(']')) {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value());
        }
        return new Json.Items(items);
    }

    private String string() {
        expect('"');
        var value = new StringBuilder();
        while (!skip('"')) {
            char c = next();
            if (c < ' ') {
                throw wrong("a control character is not escaped");
            }
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw wrong("this escape is unknown");
        };
    }

    private char codeUnit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw wrong("four hexadecimal digits are missing");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private Json numeral() {
        var match = NUMERAL.matcher(text).region(at, text.length());
        if (!match.lookingAt()) {
            throw wrong("no value stands here");
        }
        at = match.end();
        return new Json.Numeral(Double.parseDouble(match.group()));
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw wrong("no value stands here");
        }
        at += word.length();
        return value;
    }

    private boolean skip(char c) {
        if (peek() != c) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char c) {
        if (next() != c) {
            throw wrong("'" + c + "' is missing");
        }
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    private MalformedException wrong(String what) {
        return new MalformedException("This is not JSON: at character %d, %s.".formatted(at, what));
    }
}
