package org.openbeat.engine.procedure.cel;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens, by the lexis of the CEL specification as far as guards need it. */
final class Lexer {
    private static final List<String> SIGNS = List.of(
            "&&", "||", "<=", ">=", "==", "!=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(", ")", "[", "]",
            ",", ".");

    private final String text;
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws CelSyntaxException {
        var lexer = new Lexer(text);
        var tokens = new ArrayList<Token>();
        while (lexer.skipSpace()) {
            tokens.add(lexer.next());
        }
        tokens.add(new Token(Token.Kind.END, "the end", text.length()));
        return tokens;
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private Token next() throws CelSyntaxException {
        var first = text.charAt(at);
        if (isNameStart(first)) {
            return name();
        }
        if (isDigit(first)) {
            return number();
        }
        if (first == '"' || first == '\'') {
            return string(first);
        }
        for (var sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                return new Token(Token.Kind.SIGN, sign, at - sign.length());
            }
        }
        throw new CelSyntaxException(at, "'" + first + "' means nothing here");
    }

    private Token name() {
        var start = at;
        while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        return new Token(Token.Kind.NAME, text.substring(start, at), start);
    }

    private Token number() {
        var start = at;
        digits();
        var whole = !(at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1)));
        if (!whole) {
            at++;
            digits();
        }
        return new Token(whole ? Token.Kind.INT : Token.Kind.DOUBLE, text.substring(start, at), start);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private Token string(char quote) throws CelSyntaxException {
        var start = at++;
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\\') {
                throw new CelSyntaxException(at, "escapes in strings are not part of what guards may use");
            }
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new CelSyntaxException(start, "the string is not closed");
        }
        at++;
        return new Token(Token.Kind.STRING, value.toString(), start);
    }

    private static boolean isNameStart(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
