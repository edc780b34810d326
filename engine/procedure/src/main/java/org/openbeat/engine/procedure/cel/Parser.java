package org.openbeat.engine.procedure.cel;

import java.util.ArrayList;
import java.util.List;

/** The grammar of the CEL specification, section "Syntax", without maps, messages and methods. */
final class Parser {
    /** Operators from the loosest to the tightest; each level binds to the left. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("<", "<=", ">=", ">", "==", "!=", "in"),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final List<Token> tokens;
    private int at;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(String text) throws CelSyntaxException {
        var parser = new Parser(Lexer.tokens(text));
        var expression = parser.expression();
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected();
        }
        return expression;
    }

    private Expression expression() throws CelSyntaxException {
        var condition = level(0);
        if (!peek().is("?")) {
            return condition;
        }
        var offset = take().offset();
        var then = level(0);
        expect(":");
        return new Expression.Choice(condition, then, expression(), offset);
    }

    private Expression level(int level) throws CelSyntaxException {
        if (level == LEVELS.size()) {
            return unary();
        }
        var left = level(level + 1);
        while (isOneOf(LEVELS.get(level))) {
            var sign = take();
            left = new Expression.Binary(sign.text(), left, level(level + 1), sign.offset());
        }
        return left;
    }

    private boolean isOneOf(List<String> signs) {
        var token = peek();
        return signs.contains(token.text())
                && (token.kind() == Token.Kind.SIGN
                        || (token.kind() == Token.Kind.NAME && token.text().equals("in")));
    }

    private Expression unary() throws CelSyntaxException {
        if (peek().is("!") || peek().is("-")) {
            var sign = take();
            return new Expression.Unary(sign.text(), unary(), sign.offset());
        }
        return primary();
    }

    private Expression primary() throws CelSyntaxException {
        var token = peek();
        if (token.kind() == Token.Kind.SIGN || token.kind() == Token.Kind.END) {
            return grouped();
        }
        take();
        switch (token.kind()) {
            case INT:
                return whole(token);
            case DOUBLE:
                return new Expression.Literal(Double.parseDouble(token.text()), CelType.DOUBLE, token.offset());
            case STRING:
                return new Expression.Literal(token.text(), CelType.STRING, token.offset());
            default:
                return named(token);
        }
    }

    private Expression grouped() throws CelSyntaxException {
        if (peek().is("(")) {
            take();
            var inner = expression();
            expect(")");
            return inner;
        }
        if (peek().is("[")) {
            var offset = take().offset();
            return new Expression.Items(until("]"), offset);
        }
        throw unexpected();
    }

    private static Expression whole(Token token) throws CelSyntaxException {
        try {
            return new Expression.Literal(Long.parseLong(token.text()), CelType.INT, token.offset());
        } catch (NumberFormatException e) {
            throw new CelSyntaxException(token.offset(), token.text() + " is too large a number");
        }
    }

    private Expression named(Token token) throws CelSyntaxException {
        if (token.text().equals("true") || token.text().equals("false")) {
            return new Expression.Literal(Boolean.valueOf(token.text()), CelType.BOOL, token.offset());
        }
        if (peek().is("(")) {
            take();
            return new Expression.Call(token.text(), until(")"), token.offset());
        }
        var path = new StringBuilder(token.text());
        while (peek().is(".")) {
            take();
            if (peek().kind() != Token.Kind.NAME) {
                throw unexpected();
            }
            path.append('.').append(take().text());
        }
        return new Expression.Name(path.toString(), token.offset());
    }

    private List<Expression> until(String close) throws CelSyntaxException {
        var items = new ArrayList<Expression>();
        while (!peek().is(close)) {
            if (!items.isEmpty()) {
                expect(",");
            }
            items.add(expression());
        }
        take();
        return items;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at == tokens.size() - 1 ? at : at++);
    }

    private void expect(String sign) throws CelSyntaxException {
        if (!peek().is(sign)) {
            throw new CelSyntaxException(peek().offset(), "expected '" + sign + "' instead of " + peek().text());
        }
        take();
    }

    private CelSyntaxException unexpected() {
        return new CelSyntaxException(peek().offset(), "did not expect " + peek().text());
    }
}
