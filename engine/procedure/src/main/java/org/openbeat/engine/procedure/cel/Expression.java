package org.openbeat.engine.procedure.cel;

import java.util.List;

/** An expression as it was written; {@code offset} is where its deciding sign stands. */
sealed interface Expression {
    int offset();

    record Literal(Object value, CelType type, int offset) implements Expression {}

    /** A name with its parts, such as {@code facts.suspect_age}. */
    record Name(String path, int offset) implements Expression {}

    record Call(String function, List<Expression> arguments, int offset) implements Expression {}

    record Unary(String sign, Expression of, int offset) implements Expression {}

    record Binary(String sign, Expression left, Expression right, int offset) implements Expression {}

    record Choice(Expression condition, Expression then, Expression otherwise, int offset) implements Expression {}

    record Items(List<Expression> items, int offset) implements Expression {}
}
